package dev.sluice.rules.internal.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small regular expression as a table: one look-up for each character, nothing allocated. Only for expressions that
 * {@link AutomatonParser} reads and that need few states, and only for ASCII text; RE2/J stays the judge of all others.
 */
final class Automaton {
    private static final int MAX_STATES = 1_024;
    private static final int MAX_CELLS = 32_768;
    private static final long MAX_WORK = 600_000;
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
        Work work = new Work(MAX_WORK);
        AutomatonParser.Parsed parsed = AutomatonParser.parse(regex, work);
        return parsed == null ? null : new Builder(parsed, work).build();
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
        /** The set before the first character; told from all others by what it is, not by what is in it. */
        private static final BitSet INITIAL = new BitSet();

        private final AutomatonParser.Parsed parsed;
        private final Work work;
        private final byte[] classes = new byte[ASCII];
        private final List<BitSet> samples = new ArrayList<>();
        private final Map<BitSet, Integer> states = new HashMap<>();
        private final List<BitSet> sets = new ArrayList<>();

        Builder(AutomatonParser.Parsed parsed, Work work) {
            this.parsed = parsed;
            this.work = work;
        }

        @Nullable Automaton build() {
            classify();
            List<short[]> rows = new ArrayList<>();
            sets.add(INITIAL);
            for (int i = 0; i < sets.size(); i++) {
                BitSet set = sets.get(i);
                boolean enough = work.take(set.cardinality() + samples.size());
                if (!enough || sets.size() > MAX_STATES || sets.size() * samples.size() > MAX_CELLS) {
                    return null;
                }
                rows.add(row(set));
            }
            return automaton(rows);
        }

        private Automaton automaton(List<short[]> rows) {
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
            Map<BitSet, Byte> known = new HashMap<>();
            for (int c = 0; c < ASCII; c++) {
                BitSet places = parsed.placesOf(c);
                Byte found = known.get(places);
                if (found == null) {
                    found = (byte) samples.size();
                    known.put(places, found);
                    samples.add(places);
                }
                classes[c] = found;
            }
        }

        private short[] row(BitSet set) {
            BitSet reachable = (BitSet) parsed.firstFree().clone();
            for (int place = set.nextSetBit(0); place >= 0; place = set.nextSetBit(place + 1)) {
                reachable.or(parsed.follow(place));
            }
            if (set == INITIAL) {
                reachable.or(parsed.firstTied());
            }
            short[] row = new short[samples.size()];
            for (int i = 0; i < row.length; i++) {
                BitSet reached = (BitSet) reachable.clone();
                reached.and(samples.get(i));
                row[i] = (short) state(reached);
            }
            return row;
        }

        private int state(BitSet set) {
            Integer known = states.putIfAbsent(set, sets.size());
            if (known != null) {
                return known;
            }
            sets.add(set);
            return sets.size() - 1;
        }

        private boolean accepts(BitSet set) {
            return parsed.emptiness() == AutomatonParser.Emptiness.ALWAYS || set.intersects(parsed.lastFree());
        }

        private boolean acceptsAtEnd(BitSet set) {
            boolean empty = parsed.emptiness() == AutomatonParser.Emptiness.IN_EMPTY_TEXT && set == INITIAL;
            return empty || set.intersects(parsed.lastTied());
        }
    }
}
