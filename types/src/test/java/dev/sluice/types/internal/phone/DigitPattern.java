package dev.sluice.types.internal.phone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A regular expression over digits as an automaton, so that "all numbers that start so" is a question about states and
 * not about samples. Understands what the metadata uses: digits, {@code \d}, classes, groups, alternatives, repetition.
 */
final class DigitPattern {
    private final String pattern;
    private final List<Edge> edges = new ArrayList<>();
    private final List<BitSet> sets = new ArrayList<>();
    private final List<int[]> transitions = new ArrayList<>();
    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private int at;
    private int states;
    private final int end;

    /** From a state to another by one of {@code digits}, or by nothing when they are 0. */
    private record Edge(int from, int to, int digits) {}

    private record Fragment(int start, int end) {}

    DigitPattern(String pattern) {
        this.pattern = pattern;
        Fragment whole = alternatives();
        if (at != pattern.length() || whole.start() != 0) {
            throw new IllegalArgumentException("cannot read the pattern " + pattern + " at " + at);
        }
        this.end = whole.end();
    }

    /** The number of the first state. */
    int start() {
        BitSet start = new BitSet();
        start.set(0);
        return numberOf(closed(start));
    }

    /** Whether a number that led to state {@code reached} fits the pattern. */
    boolean accepts(int reached) {
        return sets.get(reached).get(end);
    }

    /** The state that {@code digit} leads to from {@code reached}. */
    int after(int reached, int digit) {
        int[] next = transitions.get(reached);
        if (next[digit] < 0) {
            next[digit] = numberOf(step(sets.get(reached), digit));
        }
        return next[digit];
    }

    private int numberOf(BitSet set) {
        Integer known = numbers.putIfAbsent(set, sets.size());
        if (known != null) {
            return known;
        }
        int[] unknown = new int[10];
        Arrays.fill(unknown, -1);
        transitions.add(unknown);
        sets.add(set);
        return sets.size() - 1;
    }

    private BitSet step(BitSet reached, int digit) {
        BitSet next = new BitSet();
        for (Edge edge : edges) {
            if (reached.get(edge.from()) && (edge.digits() >> digit & 1) == 1) {
                next.set(edge.to());
            }
        }
        return closed(next);
    }

    private BitSet closed(BitSet reached) {
        boolean grown = true;
        while (grown) {
            int before = reached.cardinality();
            for (Edge edge : edges) {
                if (edge.digits() == 0 && reached.get(edge.from())) {
                    reached.set(edge.to());
                }
            }
            grown = reached.cardinality() > before;
        }
        return reached;
    }

    private Fragment alternatives() {
        int start = states++;
        int close = states++;
        do {
            Fragment branch = sequence();
            edges.add(new Edge(start, branch.start(), 0));
            edges.add(new Edge(branch.end(), close, 0));
        } while (skip('|'));
        return new Fragment(start, close);
    }

    private Fragment sequence() {
        int start = states++;
        int end = start;
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            Fragment next = repeated();
            edges.add(new Edge(end, next.start(), 0));
            end = next.end();
        }
        return new Fragment(start, end);
    }

    private Fragment repeated() {
        int from = at;
        Fragment once = atom();
        int least = 1;
        int most = 1;
        int behind = at;
        if (skip('?')) {
            least = 0;
            behind = at;
        } else if (skip('{')) {
            int close = pattern.indexOf('}', at);
            String[] counts = pattern.substring(at, close).split(",");
            least = Integer.parseInt(counts[0]);
            most = Integer.parseInt(counts[counts.length - 1]);
            behind = close + 1;
        }
        Fragment all = copies(once, from, least, most);
        at = behind;
        return all;
    }

    /** The atom that starts at {@code from}, read again for each repetition. */
    private Fragment copies(Fragment once, int from, int least, int most) {
        int start = states++;
        int close = states++;
        int reached = start;
        Fragment copy = once;
        for (int i = 0; i < most; i++) {
            if (i > 0) {
                at = from;
                copy = atom();
            }
            if (i >= least) {
                edges.add(new Edge(reached, close, 0));
            }
            edges.add(new Edge(reached, copy.start(), 0));
            reached = copy.end();
        }
        edges.add(new Edge(reached, close, 0));
        return new Fragment(start, close);
    }

    private Fragment atom() {
        if (pattern.startsWith("(?:", at)) {
            at += 3;
            Fragment inside = alternatives();
            if (!skip(')')) {
                throw new IllegalArgumentException("unclosed group in " + pattern);
            }
            return inside;
        }
        int start = states++;
        int close = states++;
        edges.add(new Edge(start, close, digits()));
        return new Fragment(start, close);
    }

    private int digits() {
        char c = pattern.charAt(at++);
        if (c == '\\') {
            at++;
            return 0x3ff;
        }
        return c == '[' ? charactersOfClass() : digit(c);
    }

    private int charactersOfClass() {
        int digits = 0;
        while (pattern.charAt(at) != ']') {
            char from = pattern.charAt(at++);
            char to = from;
            if (pattern.charAt(at) == '-') {
                to = pattern.charAt(at + 1);
                at += 2;
            }
            for (char c = from; c <= to; c++) {
                digits |= digit(c);
            }
        }
        at++;
        return digits;
    }

    private int digit(char c) {
        if (c < '0' || c > '9') {
            throw new IllegalArgumentException("not a digit: " + c + " in " + pattern);
        }
        return 1 << (c - '0');
    }

    private boolean skip(char c) {
        boolean there = at < pattern.length() && pattern.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }
}
