package dev.sluice.templates.internal.helper;

/** A mask such as {@code (###) ###-####}. */
record DigitMask(String mask) {

    /**
     * The digits of {@code text} in the places of the mask. A text with another number of digits stays as it is; one
     * leading 1 too many, as telephone numbers have it, is left out.
     */
    String fill(String text) {
        String digits = digits(text);
        long places = mask.chars().filter(c -> c == '#').count();
        if (digits.length() == places + 1 && digits.startsWith("1")) {
            digits = digits.substring(1);
        }
        return digits.length() == places ? filled(digits) : text;
    }

    private String filled(String digits) {
        StringBuilder out = new StringBuilder(mask.length());
        int next = 0;
        for (int i = 0; i < mask.length(); i++) {
            out.append(mask.charAt(i) == '#' ? digits.charAt(next++) : mask.charAt(i));
        }
        return out.toString();
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }
}
