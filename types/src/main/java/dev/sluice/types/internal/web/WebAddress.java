package dev.sluice.types.internal.web;

/**
 * An absolute web address in its normal form.
 *
 * @param protocol {@code http} or {@code https}
 * @param userInfo name and password with the {@code @} behind them, or empty
 * @param host without the port
 * @param port empty for the protocol's own
 * @param path starts with a slash
 * @param query with its question mark, or empty
 * @param hash with its number sign, or empty
 */
record WebAddress(String protocol, String userInfo, String host, String port, String path, String query, String hash) {

    /** The host and, unless it is the protocol's own, the port. */
    String hostAndPort() {
        return port.isEmpty() ? host : host + ":" + port;
    }

    String text() {
        return protocol + "://" + userInfo + hostAndPort() + path + query + hash;
    }
}
