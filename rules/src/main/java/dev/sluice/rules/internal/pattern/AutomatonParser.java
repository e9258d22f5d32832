package dev.sluice.rules.internal.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the regular expressions that people mostly write: characters, classes, groups, alternatives, counts, {@code ^} at
 * the start and {@code $} at the end. Every character stands for a place; the result says which places may begin, follow
 * and end a match. Anything else gives null and is left to RE2/J.
 */
final class AutomatonParser {
    /** Says what holds for every expression that is read here. */
    private static final String IGNORING_CASE = "(?i)";

    private static final int MAX_PLACES = 1_000;
    private static final BitSet NO_PLACE = new BitSet();

    private final String regex;
    private final int end;
    private final Work work;
    private final BitSet[] placesOf = new BitSet[128];
    private final List<BitSet> follow = new ArrayList<>();
    private int at;
    private boolean failed;

    private AutomatonParser(String regex, Work work) {
        this.regex = regex;
        this.end = regex.length();
        this.work = work;
        this.at = regex.startsWith(IGNORING_CASE) ? IGNORING_CASE.length() : 0;
        Arrays.setAll(placesOf, c -> new BitSet());
    }

    /** A part of an expression: can it match nothing, and where it begins and ends. Its sets are never changed. */
    private record Part(boolean nullable, BitSet first, BitSet last) {
        static final Part EMPTY = new Part(true, NO_PLACE, NO_PLACE);

        Part then(Part next) {
            return new Part(
                    nullable && next.nullable,
                    nullable ? either(first, next.first) : first,
                    next.nullable ? either(last, next.last) : next.last);
        }

        Part or(Part other) {
            return new Part(nullable || other.nullable, either(first, other.first), either(last, other.last));
        }
    }

    private static BitSet either(BitSet one, BitSet other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }

    /**
     * A whole expression, its alternatives put together by where they are tied to the ends of the text. Its sets are never
     * changed.
     *
     * @param firstTied places that begin a match at the start of the text only
     * @param firstFree places that begin a match anywhere
     * @param lastTied places that end a match at the end of the text only
     * @param lastFree places that end a match anywhere
     * @param emptiness in which texts nothing is a match
     */
    record Parsed(
            AutomatonParser parser,
            BitSet firstTied,
            BitSet firstFree,
            BitSet lastTied,
            BitSet lastFree,
            Emptiness emptiness) {
        BitSet follow(int place) {
            return parser.follow.get(place);
        }

        /** The places that stand for the ASCII character {@code c}. */
        BitSet placesOf(int c) {
            return parser.placesOf[c];
        }

        private Parsed with(Part part, boolean start, boolean end) {
            Emptiness empty =
                    !part.nullable ? Emptiness.NEVER : start && end ? Emptiness.IN_EMPTY_TEXT : Emptiness.ALWAYS;
            return new Parsed(
                    parser,
                    start ? either(firstTied, part.first) : firstTied,
                    start ? firstFree : either(firstFree, part.first),
                    end ? either(lastTied, part.last) : lastTied,
                    end ? lastFree : either(lastFree, part.last),
                    empty.compareTo(emptiness) > 0 ? empty : emptiness);
        }
    }

    /** In which texts an expression matches nothing at all. */
    enum Emptiness {
        NEVER,
        IN_EMPTY_TEXT,
        ALWAYS
    }

    /** What {@code regex} says; null when it is unusual, or more than {@code work} allows. */
    static @Nullable Parsed parse(String regex, Work work) {
        AutomatonParser parser = new AutomatonParser(regex, work);
        Parsed parsed = new Parsed(parser, NO_PLACE, NO_PLACE, NO_PLACE, NO_PLACE, Emptiness.NEVER);
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
        failed |= !work.take(before.last.cardinality());
        for (int place = before.last.nextSetBit(0); !failed && place >= 0; place = before.last.nextSetBit(place + 1)) {
            follow.get(place).or(after.first);
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
        return !digits.isEmpty() && digits.length() <= 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
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
        if (characters == null || follow.size() == MAX_PLACES) {
            failed = true;
            return Part.EMPTY;
        }
        int place = follow.size();
        follow.add(new BitSet());
        for (int c = characters.next(0); c >= 0; c = characters.next(c + 1)) {
            placesOf[c].set(place);
        }
        BitSet alone = new BitSet();
        alone.set(place);
        return new Part(false, alone, alone);
    }
}
