package dev.sluice.batch;

import java.io.IOException;

/** Puts cells on a line, apart from each other. */
interface Records {

    /** Writes one line. */
    void write(String[] cells) throws IOException;

    /** Writes one line of cells, some of which are {@code bare}: they need neither qualifiers nor escapes. */
    void write(String[] cells, boolean[] bare) throws IOException;

    /** Writes one line of cells that need neither qualifiers nor escapes. */
    void writeBare(String[] cells) throws IOException;

    void flush() throws IOException;
}
