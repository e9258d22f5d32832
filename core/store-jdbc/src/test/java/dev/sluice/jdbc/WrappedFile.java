package dev.sluice.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/** A file as H2 sees it, which is another one. */
class WrappedFile extends FileBaseDefault {
    private final FileChannel file;

    WrappedFile(FileChannel file) {
        this.file = file;
    }

    @Override
    public final long size() throws IOException {
        return file.size();
    }

    @Override
    public final int read(ByteBuffer into, long position) throws IOException {
        return file.read(into, position);
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        return file.write(bytes, position);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        file.truncate(size);
    }

    @Override
    public final void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    public final FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected final void implCloseChannel() throws IOException {
        file.close();
    }
}
