package dev.sluice.batch;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;

/**
 * The characters of lines on their way to a file. They pass on between lines only, so that what was put on the last one can be taken
 * back. For one thread: writers of the JDK take a lock for each piece.
 */
final class Lines extends Writer {
    private static final int SIZE = 1 << 13;

    private final Writer out;
    private char[] held = new char[2 * SIZE];
    private int length;

    Lines(Writer out) {
        this.out = out;
    }

    /** Where the next character goes; it holds until the line ends. */
    int position() {
        return length;
    }

    void takeBack(int position) {
        length = position;
    }

    /** Puts a text on the line and tells its traits. There is no cheaper place to look for them than where it was just copied to. */
    int put(String text, Traits traits) {
        int from = length;
        write(text, 0, text.length());
        return traits.of(held, from, length);
    }

    /** Puts the same character before and behind all that was put on the line since {@code from}. */
    void surround(int from, char character) {
        room(2);
        System.arraycopy(held, from, held, from + 1, length - from);
        held[from] = character;
        held[length + 1] = character;
        length += 2;
    }

    void endLine(String end) throws IOException {
        write(end, 0, end.length());
        endLine();
    }

    /** The end of the line is written already. */
    void endLine() throws IOException {
        if (length >= SIZE) {
            pass();
        }
    }

    @Override
    public void write(int character) {
        room(1);
        held[length++] = (char) character;
    }

    @Override
    public void write(String text, int from, int count) {
        room(count);
        text.getChars(from, from + count, held, length);
        length += count;
    }

    @Override
    public void write(char[] characters, int from, int count) {
        room(count);
        System.arraycopy(characters, from, held, length, count);
        length += count;
    }

    private void room(int count) {
        if (count > held.length - length) {
            held = Arrays.copyOf(held, Math.max(2 * held.length, length + count));
        }
    }

    private void pass() throws IOException {
        out.write(held, 0, length);
        length = 0;
    }

    @Override
    public void flush() throws IOException {
        pass();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
