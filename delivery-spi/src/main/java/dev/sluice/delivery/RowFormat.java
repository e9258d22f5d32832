package dev.sluice.delivery;

import dev.sluice.types.Shape;
import java.io.IOException;
import java.io.OutputStream;

/**
 * How rows become a file: CSV, JSON, a spreadsheet. A host wires it by name; exports, batches and firehoses use it.
 *
 * <p>Immutable: one format writes any number of files at once. It keeps no more of a file than a row, unless it says so.
 *
 * <p>Values come from anybody. Whatever a value holds, it stays in its cell, and nothing is dropped in silence: what the
 * file cannot hold as it is, is written marked and counted by {@link RowWriter#marked()}.
 */
public interface RowFormat {

    /** The last part of a file's name, without its dot: {@code csv}. */
    String extension();

    /** What the bytes are: {@code text/csv; charset=utf-8}. */
    String mediaType();

    /**
     * Starts a file: what stands before its rows is written.
     *
     * @param columns what rows may hold, in this order
     * @param out where the bytes go; flushed by {@link RowWriter#end}, closed by the caller
     * @throws IOException if {@code out} does
     */
    RowWriter open(Shape columns, OutputStream out) throws IOException;
}
