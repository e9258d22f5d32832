package dev.sluice.flow.check.internal.fields;

import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Pii;

/** Fields that take the lead's own name, countries that are none, and masks of what is public. */
final class FieldSettings implements Check {
    @Override
    public void check(Subject subject, Found found) {
        for (PlacedField placed : PlacedField.all(subject.flow())) {
            FieldDefinition field = placed.field();
            if (field.id().equals(FlowLayout.ID)) {
                found.error(
                        "reserved_field",
                        placed.pointer() + "/id",
                        "'id' is the lead's own id and cannot be a field; call it something like 'external_id'");
            }
            String country = field.country();
            if (country != null && !isCountry(country)) {
                found.error(
                        "invalid_country",
                        placed.pointer() + "/country",
                        "a country is two capital letters, such as US or CA");
            }
            if (field.mask() != MaskStyle.PARTIAL && isPublic(field, subject.types())) {
                found.warning(
                        "unused_mask",
                        placed.pointer() + "/mask",
                        "the field is public, so it is shown whole; say \"pii\": \"personal\" to have it masked");
            }
        }
    }

    private static boolean isPublic(FieldDefinition field, FieldTypes types) {
        Pii own = field.pii();
        Pii pii = own != null
                ? own
                : types.named(field.type()).map(FieldType::pii).orElse(Pii.PERSONAL);
        return pii == Pii.NONE;
    }

    private static boolean isCountry(String code) {
        return code.length() == 2 && isCapital(code.charAt(0)) && isCapital(code.charAt(1));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
