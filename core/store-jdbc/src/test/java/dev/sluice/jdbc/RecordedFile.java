package dev.sluice.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/** A file system of H2, {@code jdbc:h2:recorded:...}, that notes each change of its databases in order, and what was promised between. */
public final class RecordedFile extends FilePathWrapper {
    static final List<Step> STEPS = new ArrayList<>();

    /** What happened to the file, or was said of it. */
    sealed interface Step {}

    /** Bytes were written. */
    record Wrote(long position, byte[] bytes) implements Step {
        byte[] into(byte[] file) {
            int end = (int) position + bytes.length;
            byte[] grown = file.length < end ? Arrays.copyOf(file, end) : file;
            System.arraycopy(bytes, 0, grown, (int) position, bytes.length);
            return grown;
        }
    }

    /** The file was cut. */
    record Cut(long size) implements Step {}

    /** So many events of a lead were called durable. */
    record Promised(String lead, int events) implements Step {}

    static void promised(String lead, int events) {
        note(new Promised(lead, events));
    }

    private static void note(Step step) {
        synchronized (STEPS) {
            STEPS.add(step);
        }
    }

    @Override
    public String getScheme() {
        return "recorded";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel file = getBase().open(mode);
        return name.endsWith(".mv.db") ? new Recorded(file) : file;
    }

    private static final class Recorded extends FileBaseDefault {
        private final FileChannel file;

        Recorded(FileChannel file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            byte[] bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            int written = file.write(source, position);
            note(new Wrote(position, Arrays.copyOf(bytes, written)));
            return written;
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            if (size < file.size()) {
                file.truncate(size);
                note(new Cut(size));
            }
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
