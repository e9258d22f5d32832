package dev.sluice.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that somebody else closes. */
final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] all, int from, int length) throws IOException {
        out.write(all, from, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
