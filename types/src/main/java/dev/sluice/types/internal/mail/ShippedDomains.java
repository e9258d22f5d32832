package dev.sluice.types.internal.mail;

import dev.sluice.types.MailDomains;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists of mail domains that come with the library, from {@code free.txt} and {@code disposable.txt} beside this class. */
public final class ShippedDomains {
    private ShippedDomains() {}

    /** The lists, read once. */
    public static MailDomains get() {
        return Once.DOMAINS;
    }

    private static final class Once {
        static final MailDomains DOMAINS = new MailDomains(lines("free.txt"), lines("disposable.txt"));
    }

    private static Set<String> lines(String resource) {
        try (InputStream in = ShippedDomains.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank()).collect(Collectors.toSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
