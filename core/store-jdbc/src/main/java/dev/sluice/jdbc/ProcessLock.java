package dev.sluice.jdbc;

import static java.util.Objects.requireNonNull;

import dev.sluice.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write a database file, held by one process at a time. It is a lock of the operating system on a file
 * beside the database, so a process that dies gives it back; the file says who holds it.
 */
final class ProcessLock implements AutoCloseable {
    /** Locks of this process: the operating system would not notice a second one, and lose the first when it closes. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** Far behind the holder's name, which must stay readable where locked bytes are not. */
    private static final long LOCKED_BYTE = 1L << 40;

    private static final int MAX_NAME = 200;

    private final Path file;
    private final FileChannel channel;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock of {@code database}, or refuses with the holder's name. */
    static ProcessLock on(Path database) {
        try {
            Path file = beside(database);
            if (!HELD.add(file)) {
                throw refused(database, "this process");
            }
            try {
                return take(database, file);
            } catch (IOException | RuntimeException fault) {
                HELD.remove(file);
                throw fault;
            }
        } catch (IOException fault) {
            throw new StoreUnavailableException(
                    "cannot lock " + database.getFileName() + ": is its folder writable?", fault);
        }
    }

    private static ProcessLock take(Path database, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw refused(database, holder(channel));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(self().getBytes(StandardCharsets.UTF_8)), 0);
            return new ProcessLock(file, channel);
        } catch (OverlappingFileLockException elsewhere) {
            channel.close();
            throw refused(database, "another part of this process");
        } catch (IOException | RuntimeException fault) {
            channel.close();
            throw fault;
        }
    }

    /** By the folder's real name, so that two ways to the same file meet, also before the file is there. */
    private static Path beside(Path database) throws IOException {
        Path absolute = database.toAbsolutePath();
        Path folder =
                requireNonNull(absolute.getParent(), "a file is in a folder").toRealPath();
        Path file = folder.resolve(absolute.getFileName());
        Path real = Files.exists(file) ? file.toRealPath() : file;
        return real.resolveSibling(real.getFileName() + ".lock");
    }

    private static String self() {
        ProcessHandle self = ProcessHandle.current();
        return "process " + self.pid()
                + self.info().command().map(program -> " (" + program + ")").orElse("");
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer name = ByteBuffer.allocate(MAX_NAME);
        channel.read(name, 0);
        return name.position() == 0
                ? "another process"
                : new String(name.array(), 0, name.position(), StandardCharsets.UTF_8);
    }

    private static StoreUnavailableException refused(Path database, String holder) {
        return new StoreUnavailableException(
                database.getFileName() + " is being written by " + holder
                        + ": only one process at a time may open it for writing",
                null);
    }

    @Override
    public void close() {
        HELD.remove(file);
        try {
            channel.close();
        } catch (IOException fault) {
            throw new StoreUnavailableException("cannot let go of " + file.getFileName(), fault);
        }
    }
}
