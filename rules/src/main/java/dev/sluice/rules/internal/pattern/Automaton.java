package dev.sluice.rules.internal.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small regular expression as a table: one look-up for each character, nothing allocated. Only for expressions that
 * {@link AutomatonParser} reads and that need few states, and only for ASCII text; RE2/J stays the judge of all others.
 */
final class Automaton {
    private static final int MAX_STATES = 256;
    private static final int ASCII = 128;
    private static final int START = 0;

    private final byte[] classes;
    private final short[] next;
    private final boolean[] accepts;
    private final boolean[] acceptsAtEnd;
    private final int width;

    private Automaton(byte[] classes, short[] next, boolean[] accepts, boolean[] acceptsAtEnd) {
        this.classes = classes;
        this.next = next;
        this.accepts = accepts;
        this.acceptsAtEnd = acceptsAtEnd;
        this.width = next.length / accepts.length;
    }

    /** The automaton of a regular expression that ignores case; null when it is beyond the small ones. */
    static @Nullable Automaton of(String regex) {
        AutomatonParser.Parsed parsed = AutomatonParser.parse(regex);
        return parsed == null ? null : new Builder(parsed).build();
    }

    /** 1 when {@code text} matches, 0 when not, -1 when it is not all ASCII as far as it must be read. */
    int match(String text) {
        int state = START;
        for (int i = 0; i < text.length(); i++) {
            if (accepts[state]) {
                return 1;
            }
            char c = text.charAt(i);
            if (c >= ASCII) {
                return -1;
            }
            state = next[state * width + classes[c]];
        }
        return acceptsAtEnd[state] ? 1 : 0;
    }

    /** Makes the table: its states are the sets of places in the expression that may have been reached. */
    private static final class Builder {
        /** Stands in a set for the place before the first character. */
        private static final long INITIAL = 1L << 63;

        private final AutomatonParser.Parsed parsed;
        private final byte[] classes = new byte[ASCII];
        private final List<Integer> samples = new ArrayList<>();
        private final Map<Long, Integer> states = new HashMap<>();
        private final List<Long> sets = new ArrayList<>();

        Builder(AutomatonParser.Parsed parsed) {
            this.parsed = parsed;
        }

        @Nullable Automaton build() {
            classify();
            List<short[]> rows = new ArrayList<>();
            state(INITIAL);
            for (int i = 0; i < sets.size(); i++) {
                if (sets.size() > MAX_STATES) {
                    return null;
                }
                rows.add(row(sets.get(i)));
            }
            int width = samples.size();
            short[] next = new short[rows.size() * width];
            boolean[] accepts = new boolean[rows.size()];
            boolean[] acceptsAtEnd = new boolean[rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                System.arraycopy(rows.get(i), 0, next, i * width, width);
                accepts[i] = accepts(sets.get(i));
                acceptsAtEnd[i] = accepts[i] || acceptsAtEnd(sets.get(i));
            }
            return new Automaton(classes, next, accepts, acceptsAtEnd);
        }

        /** Characters that no place tells apart share a column. */
        private void classify() {
            Map<Long, Byte> known = new HashMap<>();
            for (int c = 0; c < ASCII; c++) {
                long places = parsed.placesOf(c);
                Byte found = known.get(places);
                if (found == null) {
                    found = (byte) samples.size();
                    known.put(places, found);
                    samples.add(c);
                }
                classes[c] = found;
            }
        }

        private short[] row(long set) {
            long reachable = 0;
            for (long left = set & ~INITIAL; left != 0; left &= left - 1) {
                reachable |= parsed.follow(Long.numberOfTrailingZeros(left));
            }
            reachable |= parsed.firstFree() | ((set & INITIAL) != 0 ? parsed.firstTied() : 0);
            short[] row = new short[samples.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = (short) state(reachable & parsed.placesOf(samples.get(i)));
            }
            return row;
        }

        private int state(long set) {
            Integer known = states.get(set);
            if (known != null) {
                return known;
            }
            states.put(set, sets.size());
            sets.add(set);
            return sets.size() - 1;
        }

        private boolean accepts(long set) {
            return parsed.emptiness() == AutomatonParser.Emptiness.ALWAYS || (set & parsed.lastFree()) != 0;
        }

        private boolean acceptsAtEnd(long set) {
            boolean empty = parsed.emptiness() == AutomatonParser.Emptiness.IN_EMPTY_TEXT && (set & INITIAL) != 0;
            return empty || (set & parsed.lastTied()) != 0;
        }
    }
}
