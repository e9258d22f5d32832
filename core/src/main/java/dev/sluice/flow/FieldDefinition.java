package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.MaskStyle;
import dev.sluice.types.Parsing.DateOrder;
import dev.sluice.types.Pii;
import dev.sluice.types.Value;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One field of a lead.
 *
 * @param id the name in paths: {@code phone_1}
 * @param type the name of its type: {@code phone}
 * @param name the label in messages; made of the id when null
 * @param required whether a lead without it is rejected
 * @param defaultValue the value of a lead that gives none; missing for none
 * @param pii how private it is; null for what the type says
 * @param mask what is shown of it where it is private; in part unless declared
 * @param country for numbers and codes that name none; null for {@code US}
 * @param timeZone for times that name none; null for the flow's
 * @param dateOrder for dates that can be read both ways
 * @param description for people
 */
public record FieldDefinition(
        String id,
        String type,
        @Nullable String name,
        boolean required,
        Value defaultValue,
        @Nullable Pii pii,
        MaskStyle mask,
        @Nullable String country,
        @Nullable ZoneId timeZone,
        DateOrder dateOrder,
        @Nullable String description) {
    public FieldDefinition {
        requireNonNull(id, "id");
        requireNonNull(type, "type");
        requireNonNull(defaultValue, "defaultValue");
        requireNonNull(mask, "mask");
        requireNonNull(dateOrder, "dateOrder");
    }

    /** An optional field without further settings. */
    public static FieldDefinition of(String id, String type) {
        return new FieldDefinition(
                id,
                type,
                null,
                false,
                Value.missing(),
                null,
                MaskStyle.PARTIAL,
                null,
                null,
                DateOrder.MONTH_FIRST,
                null);
    }

    /** This field as one that every lead must give. */
    public FieldDefinition mandatory() {
        return new FieldDefinition(
                id, type, name, true, defaultValue, pii, mask, country, timeZone, dateOrder, description);
    }

    /** This field with {@code value} where a lead gives none. */
    public FieldDefinition orElse(Value value) {
        return new FieldDefinition(
                id, type, name, required, value, pii, mask, country, timeZone, dateOrder, description);
    }

    /** This field as one that is so private, and of which so much is shown. */
    public FieldDefinition withPrivacy(Pii privacy, MaskStyle shown) {
        return new FieldDefinition(
                id, type, name, required, defaultValue, privacy, shown, country, timeZone, dateOrder, description);
    }

    /** The label: the name, or the id with capitals and spaces: {@code phone_1} becomes {@code Phone 1}. */
    public String label() {
        return name != null ? name : Labels.of(id);
    }
}
