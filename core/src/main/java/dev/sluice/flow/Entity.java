package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a source or a step: a company, a form, a buyer.
 *
 * @param id never changes
 * @param name for people
 */
public record Entity(String id, String name) {
    public Entity {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
    }

    /** {@code name} in lower case, with an underscore for all that is neither letter nor digit: {@code Phone Intel} becomes {@code phone_intel}. */
    public static String slug(String name) {
        StringBuilder slug = new StringBuilder(name.length());
        name.codePoints()
                .map(c -> Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : '_')
                .forEach(slug::appendCodePoint);
        return slug.toString();
    }

    /** Where the answers of a step stand unless it says otherwise: the slug of its entity's name, else its own id. */
    public static String key(@Nullable Entity entity, String step) {
        return entity == null ? step : slug(entity.name());
    }
}
