package dev.sluice.workbench.page;

/** How much room text takes. */
final class Words {
    /** From here on most letters are about twice as wide as Latin ones. */
    private static final int WIDE = 0x1100;

    private Words() {}

    /** The width of a text in Latin letters. */
    static int width(String text) {
        return text.codePoints().map(Words::width).sum();
    }

    private static int width(int letter) {
        return letter < WIDE ? 1 : 2;
    }

    /** The text on one line, no wider than {@code most}; three dots stand for what was cut. */
    static String cut(String text, int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (width(line) <= most) {
            return line;
        }
        StringBuilder kept = new StringBuilder();
        int room = Math.max(1, most) - 1;
        for (int c : line.codePoints().toArray()) {
            room -= width(c);
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.toString().stripTrailing() + "\u2026";
    }
}
