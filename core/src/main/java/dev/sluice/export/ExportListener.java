package dev.sluice.export;

/** Is told how far an export is while it runs, on the thread that runs it. */
@FunctionalInterface
public interface ExportListener {

    /**
     * A row was written.
     *
     * @param rows how many so far, in this call
     * @param share how much of the time asked for has been passed, from 0 to 1
     */
    void row(long rows, double share);
}
