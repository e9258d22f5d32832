package dev.sluice.delivery;

import dev.sluice.types.Obj;
import java.io.IOException;

/** Writes one file, row by row. For one thread. After an exception it is of no more use. */
public interface RowWriter {

    /**
     * Writes a row. Its members stand under the columns of their names; one that is missing is left empty, and one that no
     * column is named after is not written. Rows of the very shape that the file was opened with are the fastest.
     *
     * @throws IOException if what takes the bytes does
     */
    void row(Obj row) throws IOException;

    /**
     * Ends the file: writes what follows its rows, and flushes. Called once; without it, the file is not whole.
     *
     * @throws IOException if what takes the bytes does
     */
    void end() throws IOException;

    /** How many values are written other than they are, so that they do no harm or can be written at all. */
    long marked();
}
