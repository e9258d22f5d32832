package dev.sluice.batch;

import java.io.IOException;
import java.util.Map;

/** A real server on this machine that keeps files in a folder, and breaks when it is told to. */
interface FileServer extends AutoCloseable {

    /** How it is reached, with a right name and password. */
    Map<String, Object> settings();

    /** Breaks all connections, and takes new ones. */
    void drop();

    /** Whether it takes no more bytes. */
    void full(boolean full);

    @Override
    void close() throws IOException;
}
