package dev.sluice.flow.check;

import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowLayout;

/** Fields that take the lead's own name, and countries that are none. */
final class FieldSettings implements Check {
    @Override
    public void check(Subject subject, Found found) {
        for (int i = 0; i < subject.flow().fields().size(); i++) {
            FieldDefinition field = subject.flow().fields().get(i);
            if (field.id().equals(FlowLayout.ID)) {
                found.error(
                        "reserved_field",
                        "/fields/" + i + "/id",
                        "'id' is the lead's own id and cannot be a field; call it something like 'external_id'");
            }
            String country = field.country();
            if (country != null && !isCountry(country)) {
                found.error(
                        "invalid_country",
                        "/fields/" + i + "/country",
                        "a country is two capital letters, such as US or CA");
            }
        }
    }

    private static boolean isCountry(String code) {
        return code.length() == 2 && isCapital(code.charAt(0)) && isCapital(code.charAt(1));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
