package dev.sluice.types;

import static java.util.Objects.requireNonNull;

/**
 * A field that flows know without declaring it.
 *
 * @param name its name in leads and rules
 * @param type how its values are parsed
 * @param label what people call it
 */
public record StandardField(String name, FieldType type, String label) {
    public StandardField {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(label, "label");
    }
}
