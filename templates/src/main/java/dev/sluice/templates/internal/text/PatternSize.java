package dev.sluice.templates.internal.text;

/**
 * How large a pattern would become.
 *
 * @param nesting groups inside each other
 * @param repeats the product of all upper bounds of counted repeats, an upper bound of what nesting can make of them
 */
record PatternSize(int nesting, long repeats) {
    private static final long ENOUGH = 1_000_000_000L;

    static PatternSize of(String pattern) {
        int depth = 0;
        int nesting = 0;
        long repeats = 1;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '(' -> nesting = Math.max(nesting, ++depth);
                case ')' -> depth--;
                case '{' -> repeats = Math.min(ENOUGH, repeats * Math.max(1, upperBound(pattern, i + 1)));
                default -> {}
            }
        }
        return new PatternSize(nesting, repeats);
    }

    private static long upperBound(String pattern, int from) {
        long bound = 0;
        long largest = 0;
        for (int i = from; i < pattern.length() && pattern.charAt(i) != '}'; i++) {
            char c = pattern.charAt(i);
            bound = c >= '0' && c <= '9' ? Math.min(ENOUGH, bound * 10 + (c - '0')) : 0;
            largest = Math.max(largest, bound);
        }
        return largest;
    }
}
