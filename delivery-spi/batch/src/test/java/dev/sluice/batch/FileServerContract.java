package dev.sluice.batch;

import dev.sluice.delivery.testkit.TransportContract;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every transport must do, over a server that keeps files in a folder. */
abstract class FileServerContract<S extends FileServer> extends TransportContract {
    @TempDir
    Path root;

    S server;

    /** A server of that folder that has just started. */
    abstract S start(Path folder) throws IOException;

    @BeforeEach
    void start() throws IOException {
        server = start(root);
    }

    @AfterEach
    @Override
    protected final void stop() throws IOException {
        server.close();
    }

    @Override
    protected final Obj config() {
        return (Obj) Value.of(server.settings());
    }

    @Override
    protected final Map<String, byte[]> files() throws IOException {
        return Standing.below(root);
    }

    @Override
    protected final void drop() {
        server.drop();
    }

    @Override
    protected final void fill() {
        server.full(true);
    }

    @Override
    protected final void free() {
        server.full(false);
    }
}
