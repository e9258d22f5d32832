package dev.sluice.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private static final class Recorded extends WrappedFile {
        Recorded(FileChannel file) {
            super(file);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            byte[] bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            int written = super.write(source, position);
            note(new Wrote(position, Arrays.copyOf(bytes, written)));
            return written;
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            if (size < size()) {
                super.implTruncate(size);
                note(new Cut(size));
            }
        }
    }
}
