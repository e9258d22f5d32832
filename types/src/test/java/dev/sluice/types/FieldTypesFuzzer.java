package dev.sluice.types;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The target of coverage-guided fuzzing: whatever text comes, every type keeps its contract. Inputs that broke one are
 * kept in {@code HostileValues} of the test kit.
 */
public final class FieldTypesFuzzer {
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.parse("2026-03-15T14:30:00Z")));
    private static final FieldType[] TYPES = FieldTypes.standard().names().stream()
            .map(name -> FieldTypes.standard().named(name).orElseThrow())
            .toArray(FieldType[]::new);

    private FieldTypesFuzzer() {}

    /** The first byte chooses the type, the rest is the text: UTF-8, or UTF-16 units where the byte is odd. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        FieldType type = TYPES[(data[0] & 0xff) / 2 % TYPES.length];
        boolean units = (data[0] & 1) == 1;
        String text = new String(data, 1, data.length - 1, units ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
        Typed typed = type.parse(new Text(text), PARSING);
        if (typed.valid()) {
            keepsItsNormalForm(type, typed);
        }
        type.mask(typed);
    }

    private static void keepsItsNormalForm(FieldType type, Typed typed) {
        Typed again = type.parse(typed.normal(), PARSING);
        boolean foreign = type.name().equals("phone")
                && !typed.part("country_code").text().equals("US");
        if (!foreign && (!again.valid() || !again.normal().equals(typed.normal()))) {
            throw new AssertionError(type.name() + " reads its normal form as something else: "
                    + typed.normal().text());
        }
    }
}
