package dev.sluice.cli.frame;

/** One subcommand. */
public interface Command {

    /** How it is called, what it takes and gives. */
    Usage usage();

    /**
     * Runs it.
     *
     * @return the exit status: 0 when all is well, 1 when the answer is no
     * @throws UsageException when the arguments make no sense
     */
    int run(Arguments arguments, Streams streams);
}
