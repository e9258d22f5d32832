package dev.sluice.rules.internal.pattern;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Looks through a regular expression before a compiler sees it: refuses what is too large to be trusted and what cannot be
 * matched in linear time, each with its column, and says how large the rest becomes when its counts are written out.
 */
final class RegexLimits {
    static final int MAX_LENGTH = 1_000;
    static final int MAX_NESTING = 50;
    static final int MAX_REPEAT = 1_000;
    /** RE2/J goes as deep as there are states that need no character; more than these do not fit a small stack. */
    static final int MAX_SIZE = 2_000;

    private static final long NO_COUNT = 0;

    private final String pattern;
    private final Deque<Group> open = new ArrayDeque<>();
    private Group group = new Group(0);
    private long last;
    private int at;

    private RegexLimits(String pattern) {
        this.pattern = pattern;
    }

    /** What is open: where it began, how large it is so far, the largest product of nested counts in it. */
    private static final class Group {
        private final int start;
        private long size = 1;
        private long repeats = 1;
        private long inLast = 1;

        Group(int start) {
            this.start = start;
        }
    }

    /** The number of states when all counts are written out. */
    static int size(String pattern) throws InvalidPatternException {
        if (pattern.length() > MAX_LENGTH) {
            throw new InvalidPatternException("a pattern has at most " + MAX_LENGTH + " characters", MAX_LENGTH + 1);
        }
        return (int) new RegexLimits(pattern).scan();
    }

    private long scan() throws InvalidPatternException {
        while (at < pattern.length()) {
            step(pattern.charAt(at));
        }
        if (!open.isEmpty()) {
            throw new InvalidPatternException("a group is not closed", group.start + 1);
        }
        return group.size;
    }

    private void step(char c) throws InvalidPatternException {
        switch (c) {
            case '\\' -> escape();
            case '[' -> characterClass();
            case '(' -> open();
            case ')' -> close();
            case '*', '+', '?' -> repeat(1, at + 1);
            case '{' -> count();
            case '|' -> {
                last = 0;
                grow(1);
                at++;
            }
            default -> atom(1);
        }
    }

    private void atom(int length) throws InvalidPatternException {
        at += length;
        last = 1;
        group.inLast = 1;
        grow(1);
    }

    private void grow(long more) throws InvalidPatternException {
        group.size += more;
        if (group.size > MAX_SIZE) {
            throw new InvalidPatternException("the pattern is too large when its counts are written out", at);
        }
    }

    private void escape() throws InvalidPatternException {
        char next = at + 1 < pattern.length() ? pattern.charAt(at + 1) : 0;
        if (next == 'Q') {
            int end = pattern.indexOf("\\E", at + 2);
            int length = (end < 0 ? pattern.length() : end + 2) - at;
            grow(length);
            atom(length);
            return;
        }
        if ((next >= '1' && next <= '9') || next == 'k') {
            throw new InvalidPatternException("back references cannot be matched in linear time", at + 1);
        }
        atom(Math.min(2, pattern.length() - at));
    }

    private void characterClass() throws InvalidPatternException {
        int from = at + (at + 1 < pattern.length() && pattern.charAt(at + 1) == '^' ? 2 : 1);
        int end = from;
        while (end < pattern.length() && (pattern.charAt(end) != ']' || end == from)) {
            boolean posix = pattern.startsWith("[:", end) && pattern.indexOf(":]", end) > 0;
            end = posix ? pattern.indexOf(":]", end) + 2 : end + (pattern.charAt(end) == '\\' ? 2 : 1);
        }
        if (end >= pattern.length()) {
            throw new InvalidPatternException("a character class is not closed", at + 1);
        }
        atom(end + 1 - at);
    }

    private void open() throws InvalidPatternException {
        for (String unsupported : new String[] {"(?=", "(?!", "(?<=", "(?<!", "(?>"}) {
            if (pattern.startsWith(unsupported, at)) {
                throw new InvalidPatternException("looking around cannot be matched in linear time", at + 1);
            }
        }
        if (open.size() >= MAX_NESTING) {
            throw new InvalidPatternException("groups nest at most " + MAX_NESTING + " deep", at + 1);
        }
        open.push(group);
        group = new Group(at);
        last = 0;
        at++;
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            skipFlags();
        }
    }

    private void skipFlags() {
        while (at < pattern.length() && ":>)".indexOf(pattern.charAt(at)) < 0) {
            at++;
        }
        if (at < pattern.length() && pattern.charAt(at) != ')') {
            at++;
        }
    }

    private void close() throws InvalidPatternException {
        if (open.isEmpty()) {
            throw new InvalidPatternException("a group is closed that was not opened", at + 1);
        }
        Group inner = group;
        group = open.pop();
        at++;
        last = inner.size + 1;
        group.inLast = inner.repeats;
        group.repeats = Math.max(group.repeats, inner.repeats);
        grow(last);
    }

    private void count() throws InvalidPatternException {
        int end = pattern.indexOf('}', at);
        long most = end < 0 ? NO_COUNT : most(pattern.substring(at + 1, end));
        if (most == NO_COUNT) {
            atom(1);
        } else {
            repeat(most, end + 1);
        }
    }

    /** The most repetitions that a count asks for; 0 when it is no count but plain text. */
    private long most(String count) {
        int comma = count.indexOf(',');
        String last = comma < 0 || comma == count.length() - 1 ? count.replace(",", "") : count.substring(comma + 1);
        boolean number = !last.isEmpty() && last.length() <= 6 && last.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Math.max(1, Long.parseLong(last)) : NO_COUNT;
    }

    private void repeat(long times, int next) throws InvalidPatternException {
        if (last == 0) {
            throw new InvalidPatternException("there is nothing to repeat", at + 1);
        }
        long product = times * group.inLast;
        if (product > MAX_REPEAT) {
            throw new InvalidPatternException("counts multiply to more than " + MAX_REPEAT, at + 1);
        }
        group.inLast = product;
        group.repeats = Math.max(group.repeats, product);
        grow(last * (times - 1) + 1);
        last = last * times;
        at = next;
        lazyOrPossessive();
    }

    private void lazyOrPossessive() throws InvalidPatternException {
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            at++;
        }
        if (at < pattern.length() && "*+{".indexOf(pattern.charAt(at)) >= 0 && isRepeat()) {
            throw new InvalidPatternException("what is repeated cannot be repeated again without a group", at + 1);
        }
    }

    private boolean isRepeat() {
        int end = pattern.indexOf('}', at);
        return pattern.charAt(at) != '{' || (end > 0 && most(pattern.substring(at + 1, end)) != NO_COUNT);
    }
}
