package dev.sluice.rules.internal.pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the regular expressions that people mostly write: characters, classes, groups, alternatives, counts, {@code ^} at
 * the start and {@code $} at the end. Every character stands for a place; the result says which places may begin, follow
 * and end a match. Anything else gives null and is left to RE2/J.
 */
final class AutomatonParser {
    private static final int MAX_PLACES = 62;

    private final String regex;
    private final int end;
    private final long[] low = new long[MAX_PLACES];
    private final long[] high = new long[MAX_PLACES];
    private final long[] follow = new long[MAX_PLACES];
    private int places;
    private int at;
    private boolean failed;

    private AutomatonParser(String regex) {
        this.regex = regex;
        this.end = regex.length();
    }

    /** A part of an expression: can it match nothing, and where it begins and ends. */
    private record Part(boolean nullable, long first, long last) {
        static final Part EMPTY = new Part(true, 0, 0);

        Part then(Part next) {
            return new Part(
                    nullable && next.nullable,
                    nullable ? first | next.first : first,
                    next.nullable ? last | next.last : next.last);
        }

        Part or(Part other) {
            return new Part(nullable || other.nullable, first | other.first, last | other.last);
        }
    }

    /**
     * A whole expression, its alternatives put together by where they are tied to the ends of the text.
     *
     * @param firstTied places that begin a match at the start of the text only
     * @param firstFree places that begin a match anywhere
     * @param lastTied places that end a match at the end of the text only
     * @param lastFree places that end a match anywhere
     * @param emptiness in which texts nothing is a match
     */
    record Parsed(
            AutomatonParser parser, long firstTied, long firstFree, long lastTied, long lastFree, Emptiness emptiness) {
        long follow(int place) {
            return parser.follow[place];
        }

        /** The places that stand for the ASCII character {@code c}. */
        long placesOf(int c) {
            long found = 0;
            for (int i = 0; i < parser.places; i++) {
                long half = c < 64 ? parser.low[i] : parser.high[i];
                found |= (half >>> c & 1) << i;
            }
            return found;
        }

        private Parsed with(Part part, boolean start, boolean end) {
            Emptiness empty =
                    !part.nullable ? Emptiness.NEVER : start && end ? Emptiness.IN_EMPTY_TEXT : Emptiness.ALWAYS;
            return new Parsed(
                    parser,
                    start ? firstTied | part.first : firstTied,
                    start ? firstFree : firstFree | part.first,
                    end ? lastTied | part.last : lastTied,
                    end ? lastFree : lastFree | part.last,
                    empty.compareTo(emptiness) > 0 ? empty : emptiness);
        }
    }

    /** In which texts an expression matches nothing at all. */
    enum Emptiness {
        NEVER,
        IN_EMPTY_TEXT,
        ALWAYS
    }

    static @Nullable Parsed parse(String regex) {
        AutomatonParser parser = new AutomatonParser(regex);
        Parsed parsed = new Parsed(parser, 0, 0, 0, 0, Emptiness.NEVER);
        do {
            boolean start = parser.took('^');
            Part part = parser.sequence();
            parsed = parsed.with(part, start, parser.took('$'));
        } while (parser.took('|'));
        return parser.failed || parser.at < parser.end ? null : parsed;
    }

    private boolean took(char c) {
        boolean found = more() && regex.charAt(at) == c;
        at += found ? 1 : 0;
        return found;
    }

    private boolean more() {
        return !failed && at < end;
    }

    private Part alternatives() {
        Part part = sequence();
        while (more() && regex.charAt(at) == '|') {
            at++;
            part = part.or(sequence());
        }
        return part;
    }

    private Part sequence() {
        Part part = Part.EMPTY;
        while (more() && "|)$".indexOf(regex.charAt(at)) < 0) {
            part = connect(part, repeated());
        }
        return part;
    }

    private Part connect(Part before, Part after) {
        for (long left = before.last; left != 0; left &= left - 1) {
            follow[Long.numberOfTrailingZeros(left)] |= after.first;
        }
        return before.then(after);
    }

    private Part repeated() {
        int from = at;
        Part part = atom();
        int atomEnd = at;
        if (!more()) {
            return part;
        }
        char c = regex.charAt(at);
        if (c == '*' || c == '+' || c == '?') {
            at++;
            part = c == '?' ? part.or(Part.EMPTY) : loop(part, c == '*');
        } else if (c == '{') {
            part = counted(part, from, atomEnd);
        }
        if (more() && regex.charAt(at) == '?') {
            at++;
        }
        failed |= more() && "*+?{".indexOf(regex.charAt(at)) >= 0;
        return part;
    }

    private Part loop(Part part, boolean orNothing) {
        connect(part, part);
        return orNothing ? part.or(Part.EMPTY) : part;
    }

    /** Writes the counts out, reading the atom once for each. */
    private Part counted(Part once, int from, int atomEnd) {
        int close = regex.indexOf('}', at);
        int[] bounds = close < 0 ? null : bounds(regex.substring(at + 1, close));
        if (bounds == null) {
            failed = true;
            return once;
        }
        Part part = bounds[0] == 0 ? once.or(Part.EMPTY) : once;
        Part latest = once;
        for (int i = 2; !failed && i <= Math.max(bounds[0], bounds[1]); i++) {
            at = from;
            latest = atom();
            failed |= at != atomEnd;
            part = connect(part, i > bounds[0] ? latest.or(Part.EMPTY) : latest);
        }
        if (bounds[1] < 0) {
            connect(latest, latest);
        }
        at = close + 1;
        return bounds[1] == 0 ? Part.EMPTY : part;
    }

    /** The least and the most of a count, -1 for no limit; null when it is none. */
    private static int @Nullable [] bounds(String count) {
        int comma = count.indexOf(',');
        String least = comma < 0 ? count : count.substring(0, comma);
        String most = comma < 0 ? count : count.substring(comma + 1);
        boolean numbers = isCount(least) && (most.isEmpty() || isCount(most));
        if (!numbers) {
            return null;
        }
        int from = Integer.parseInt(least);
        int to = most.isEmpty() ? -1 : Integer.parseInt(most);
        return to >= 0 && to < from ? null : new int[] {from, to};
    }

    private static boolean isCount(String digits) {
        return !digits.isEmpty() && digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private Part atom() {
        char c = regex.charAt(at);
        if (c == '(') {
            return group();
        }
        if (c == '[') {
            AsciiClass found = AsciiClass.bracketed(regex, at, end);
            at = found == null ? at : found.end();
            return place(found);
        }
        if (c == '\\') {
            AsciiClass found = at + 1 < end ? AsciiClass.escaped(regex.charAt(at + 1), at + 2) : null;
            at += 2;
            return place(found);
        }
        boolean special = "^$*+?{}])".indexOf(c) >= 0 || c >= 128;
        at++;
        return place(special ? null : c == '.' ? AsciiClass.dot(at) : AsciiClass.of(c, at));
    }

    private Part group() {
        at += regex.startsWith("(?:", at) ? 3 : 1;
        failed |= !more() || regex.charAt(at) == '?';
        Part inner = failed ? Part.EMPTY : alternatives();
        failed |= !more() || regex.charAt(at) != ')';
        at++;
        return inner;
    }

    private Part place(@Nullable AsciiClass characters) {
        if (characters == null || places == MAX_PLACES) {
            failed = true;
            return Part.EMPTY;
        }
        low[places] = characters.low();
        high[places] = characters.high();
        long bit = 1L << places++;
        return new Part(false, bit, bit);
    }
}
