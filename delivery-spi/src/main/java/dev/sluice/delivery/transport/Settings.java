package dev.sluice.delivery.transport;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Secrets;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings of a transport as it reads them; {@code {name}} in credentials is a secret of the host. Immutable. */
public final class Settings {
    static final Pattern SECRET = Pattern.compile("\\{([^{}]+)}");

    private final Obj config;
    private final Secrets secrets;

    public Settings(Obj config, Secrets secrets) {
        this.config = requireNonNull(config, "config");
        this.secrets = requireNonNull(secrets, "secrets");
    }

    /** The text of a setting; empty when it is absent or blank. */
    public Optional<String> text(String name) {
        Value value = config.get(name);
        return value.isBlank() ? Optional.empty() : Optional.of(value.text());
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** A text with secrets in the place of their names; a secret that is not there leaves nothing. */
    public Optional<String> credential(String name) {
        return text(name).map(this::revealed);
    }

    private String revealed(String text) {
        return SECRET.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(orEmpty(secrets.secret(match.group(1)))));
    }

    private static String orEmpty(@Nullable String secret) {
        return secret == null ? "" : secret;
    }

    public int number(String name, int otherwise) {
        return text(name).map(Integer::parseInt).orElse(otherwise);
    }

    public boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(text -> text.toLowerCase(Locale.ROOT).equals("true"))
                .orElse(otherwise);
    }

    /** A time in milliseconds. */
    public Duration millis(String name, Duration otherwise) {
        return text(name).map(text -> Duration.ofMillis(Long.parseLong(text))).orElse(otherwise);
    }
}
