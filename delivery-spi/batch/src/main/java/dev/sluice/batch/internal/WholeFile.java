package dev.sluice.batch.internal;

import dev.sluice.delivery.OutgoingFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, which are as many as it says: a source that gives more or less breaks instead of being sent. */
public final class WholeFile extends FilterInputStream {
    private final long size;
    private long read;

    private WholeFile(InputStream bytes, long size) {
        super(bytes);
        this.size = size;
    }

    /** Opens {@code file}; whoever opens closes. */
    public static InputStream open(OutgoingFile file) throws IOException {
        return new WholeFile(file.content().open(), file.size());
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
    }
}
