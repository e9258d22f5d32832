package dev.sluice.delivery.transport;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.OutgoingFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * The bytes of a file, which are as many as it says and in time: a source that gives more or less breaks instead of being
 * sent, and so does one that is still being read when the deadline has passed.
 */
public final class WholeFile extends FilterInputStream {
    private final long size;
    private final Deadline deadline;
    private long read;

    private WholeFile(InputStream bytes, long size, Deadline deadline) {
        super(bytes);
        this.size = size;
        this.deadline = deadline;
    }

    /** Opens {@code file}; whoever opens closes. */
    public static InputStream open(OutgoingFile file, Deadline deadline) throws IOException {
        return new WholeFile(file.content().open(), file.size(), deadline);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? -1 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int some = super.read(bytes, offset, length);
        count(some);
        return some;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int some) throws IOException {
        read += Math.max(0, some);
        if (read > size || some < 0 && read < size) {
            throw new IOException("the file is not as long as it says");
        }
        if (deadline.passed()) {
            throw new InterruptedIOException("there is no time left");
        }
    }
}
