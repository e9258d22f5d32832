package dev.sluice.batch;

import java.io.IOException;
import java.io.Writer;

/** Collects characters for one thread: writers of the JDK take a lock for each piece. */
final class TextBuffer extends Writer {
    private static final int SIZE = 1 << 13;

    private final Writer out;
    private final char[] held = new char[SIZE];
    private int length;

    TextBuffer(Writer out) {
        this.out = out;
    }

    @Override
    public void write(int character) throws IOException {
        if (length == SIZE) {
            pass();
        }
        held[length++] = (char) character;
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        if (count > SIZE - length) {
            pass();
        }
        if (count > SIZE) {
            out.write(text, from, count);
        } else {
            text.getChars(from, from + count, held, length);
            length += count;
        }
    }

    @Override
    public void write(char[] characters, int from, int count) throws IOException {
        if (count > SIZE - length) {
            pass();
        }
        if (count > SIZE) {
            out.write(characters, from, count);
        } else {
            System.arraycopy(characters, from, held, length, count);
            length += count;
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
