package dev.sluice.cli;

import dev.sluice.Time;
import dev.sluice.cli.frame.Streams;

/** Starts the command on the process's own streams. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Streams streams = Streams.ofProcess();
        int status = new Commands(Time.system()).run(args, streams);
        streams.flush();
        System.exit(status);
    }
}
