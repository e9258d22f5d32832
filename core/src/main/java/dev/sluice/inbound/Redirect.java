package dev.sluice.inbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the sender's browser is to go on: the first {@code redir_url} of the query. */
final class Redirect {
    private static final String PARAMETER = "redir_url";

    private Redirect() {}

    static @Nullable URI of(Map<String, String> parameters) {
        String given = parameters.get(PARAMETER);
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            URI uri = new URI(given.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException unreadable) {
            // Refused below, as any other place that no browser may be sent to.
        }
        throw new Unreadable(400, "redir_url is not an http or https address");
    }
}
