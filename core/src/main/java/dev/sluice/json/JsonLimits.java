package dev.sluice.json;

/**
 * How much JSON is read before it is refused. Sizes are in UTF-16 units.
 *
 * @param document the whole text
 * @param depth objects and arrays inside each other
 * @param text one text
 * @param name one member's name
 * @param digits one number's digits; its exponent may be 1,000 at most
 * @param members members of one object
 * @param tokens values, names and brackets together
 */
public record JsonLimits(int document, int depth, int text, int name, int digits, int members, int tokens) {
    static final int EXPONENT = 1_000;

    private static final int MEBI = 1024 * 1024;
    private static final JsonLimits DEFINITION = new JsonLimits(MEBI, 64, 64 * 1024, 256, 100, 500, 50_000);
    private static final JsonLimits LEAD = new JsonLimits(16 * MEBI, 64, MEBI, 1_000, 1_000, 1_000, 100_000);

    /** For definitions: 1 MiB, 64 levels, texts of 64 KiB, 500 members. */
    public static JsonLimits definition() {
        return DEFINITION;
    }

    /** For leads and stored data: 16 MiB, 64 levels, texts of 1 MiB, 1,000 members. */
    public static JsonLimits lead() {
        return LEAD;
    }
}
