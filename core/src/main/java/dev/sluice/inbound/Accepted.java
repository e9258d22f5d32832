package dev.sluice.inbound;

import dev.sluice.flow.ResponseFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sender wants to read, by its {@code Accept}: the format it likes best. Among equals the order is the answer's own
 * format, JSON, XML, text.
 *
 * @param format null when any will do
 */
record Accepted(@Nullable ResponseFormat format) {
    private static final Map<String, ResponseFormat> NAMES = Map.of(
            "application/json", ResponseFormat.JSON,
            "text/json", ResponseFormat.JSON,
            "application/xml", ResponseFormat.XML,
            "text/xml", ResponseFormat.XML,
            "text/plain", ResponseFormat.TEXT);
    private static final Map<String, ResponseFormat> FAMILIES =
            Map.of("application/*", ResponseFormat.JSON, "text/*", ResponseFormat.TEXT);
    private static final int MOST = 100;

    /** The wish of a request; empty when it accepts nothing that there is. */
    static Optional<Accepted> of(InboundRequest request) {
        List<String> headers = request.headers().getOrDefault("Accept", List.of());
        String wishes = String.join(",", headers);
        if (wishes.isBlank()) {
            return Optional.of(new Accepted(null));
        }
        Optional<Accepted> best = Optional.empty();
        double liked = 0;
        for (String wish : wishes.split(",", MOST)) {
            double quality = quality(wish);
            Optional<Accepted> named = named(wish);
            if (named.isPresent() && quality > liked) {
                best = named;
                liked = quality;
            }
        }
        return best;
    }

    private static Optional<Accepted> named(String wish) {
        String name = wish.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (name.equals("*/*") || name.equals("*")) {
            return Optional.of(new Accepted(null));
        }
        ResponseFormat format = NAMES.getOrDefault(name, FAMILIES.get(name));
        return format == null ? Optional.empty() : Optional.of(new Accepted(format));
    }

    private static double quality(String wish) {
        for (String part : wish.split(";", -1)) {
            String setting = part.strip();
            if (setting.startsWith("q=") || setting.startsWith("Q=")) {
                return number(setting.substring(2));
            }
        }
        return 1;
    }

    private static double number(String text) {
        try {
            double quality = Double.parseDouble(text);
            return quality >= 0 && quality <= 1 ? quality : 0;
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
