package dev.sluice.rules.internal.program;

import java.util.Arrays;

/** Instructions as arrays, grown while compiling. {@code asks} is a test, {@link #ENTER} or {@link #LEAVE}. */
final class Code {
    static final int PASSED = -1;
    static final int FAILED = -2;
    /** Notes how many clauses were evaluated when a set began. */
    static final int ENTER = -1;
    /** Asks whether a clause of the set was evaluated since. */
    static final int LEAVE = -2;

    private int size;
    private int notes;
    private int[] asks = new int[8];
    private int[] subject = new int[8];
    private int[] ifTrue = new int[8];
    private int[] ifFalse = new int[8];
    private boolean[] flipped = new boolean[8];

    /** Adds an instruction without jumps. {@code about} is the clause decided, -1 for none; of ENTER and LEAVE the note. */
    int add(int ask, int about) {
        if (size == asks.length) {
            grow();
        }
        asks[size] = ask;
        subject[size] = about;
        return size++;
    }

    int size() {
        return size;
    }

    int note() {
        return notes++;
    }

    void jump(int pc, int whenTrue, int whenFalse) {
        ifTrue[pc] = whenTrue;
        ifFalse[pc] = whenFalse;
    }

    /** Marks that the clause holds when its test does not. */
    void flip(int pc) {
        flipped[pc] = true;
    }

    private void grow() {
        int length = size * 2;
        asks = Arrays.copyOf(asks, length);
        subject = Arrays.copyOf(subject, length);
        ifTrue = Arrays.copyOf(ifTrue, length);
        ifFalse = Arrays.copyOf(ifFalse, length);
        flipped = Arrays.copyOf(flipped, length);
    }

    int notes() {
        return notes;
    }

    int[] asks() {
        return asks;
    }

    int[] subject() {
        return subject;
    }

    int[] ifTrue() {
        return ifTrue;
    }

    int[] ifFalse() {
        return ifFalse;
    }

    boolean[] flipped() {
        return flipped;
    }
}
