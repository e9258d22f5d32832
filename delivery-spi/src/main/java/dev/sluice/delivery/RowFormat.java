package dev.sluice.delivery;

import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

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
     * Checks settings that a definition gives it when a flow opens; by default it takes none.
     *
     * @return what is wrong, with JSON pointers relative to the settings
     */
    default List<ConfigProblem> check(Obj config) {
        return config.members().keySet().stream()
                .map(name -> new ConfigProblem(
                        "/" + name.replace("~", "~0").replace("/", "~1"),
                        "unknown_setting",
                        "'" + name + "' is no setting here; this format has none"))
                .toList();
    }

    /**
     * Checks the columns that its files are to have when a flow opens; by default it takes any.
     *
     * @param headers their names, from left to right
     * @return what is wrong, with JSON pointers relative to {@code headers}: {@code /1} for the second
     */
    default List<ConfigProblem> checkColumns(List<String> headers) {
        return List.of();
    }

    /** This with settings in which {@link #check} finds nothing; those that they do not name stay. */
    default RowFormat with(Obj config) {
        return this;
    }

    /**
     * Starts a file: what stands before its rows is written.
     *
     * @param columns what rows may hold, in this order
     * @param out where the bytes go; flushed by {@link RowWriter#end}, closed by the caller
     * @throws IOException if {@code out} does
     */
    RowWriter open(Shape columns, OutputStream out) throws IOException;
}
