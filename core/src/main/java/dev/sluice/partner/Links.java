package dev.sluice.partner;

import java.util.Optional;

/** Holders of keys that open a document and nothing else: {@code link:<account>:<flow>}. */
final class Links {
    private static final String LINK = "link:";

    private Links() {}

    static String of(String account) {
        return LINK + account + ":";
    }

    static String of(String account, String flow) {
        return of(account) + flow;
    }

    /** The flow whose document the key opens; empty for keys of senders. */
    static Optional<String> flow(Key key, String account) {
        return key.holder().startsWith(of(account))
                ? Optional.of(key.holder().substring(of(account).length()))
                : Optional.empty();
    }
}
