package dev.sluice.batch;

import dev.sluice.types.Value;
import java.io.IOException;

/** Puts cells on lines, apart from each other. */
interface Records {

    /** Writes one line of texts that are safe already. */
    void header(String[] names) throws IOException;

    /** Puts the next cell on the line. */
    void cell(Value value) throws IOException;

    void endLine() throws IOException;

    void flush() throws IOException;
}
