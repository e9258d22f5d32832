package dev.sluice.cli.leads;

import dev.sluice.types.Lead;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * The leads of a file of CSV or JSON lines, whichever it is by its first character. A line that gives no lead is told to
 * the listener, and the rest go on.
 */
public final class LeadFile implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final int BYTE_ORDER_MARK = 0xEF;

    private final Counted bytes;
    private final Iterator<Lead> leads;

    private LeadFile(Counted bytes, Iterator<Lead> leads) {
        this.bytes = bytes;
        this.leads = leads;
    }

    /** Opens what comes from {@code in}, in UTF-8 with or without a byte order mark. */
    public static LeadFile open(InputStream in, LeadForm form, Consumer<BadLine> bad) throws IOException {
        Counted counted = new Counted(in);
        BufferedInputStream text = new BufferedInputStream(counted, BUFFER);
        dropByteOrderMark(text);
        boolean json = firstCharacter(text) == '{';
        Iterator<Lead> leads = json ? new JsonLeads(text, form, bad) : CsvLeads.of(text, form, bad);
        return new LeadFile(counted, leads);
    }

    private static void dropByteOrderMark(InputStream text) throws IOException {
        text.mark(3);
        boolean mark = text.read() == BYTE_ORDER_MARK && text.read() == 0xBB && text.read() == 0xBF;
        if (!mark) {
            text.reset();
        }
    }

    private static int firstCharacter(InputStream text) throws IOException {
        text.mark(BUFFER / 2);
        int c = text.read();
        for (int i = 1; i < BUFFER / 2 && (c == ' ' || c == '\t' || c == '\r' || c == '\n'); i++) {
            c = text.read();
        }
        text.reset();
        return c;
    }

    /** The leads in the order of their lines, once. */
    public Iterator<Lead> leads() {
        return leads;
    }

    /** How many bytes were read so far. */
    public long bytes() {
        return bytes.count;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** Counts what is read through it. */
    private static final class Counted extends InputStream {
        private final InputStream in;
        private long count;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = in.read(into, from, length);
            count += Math.max(n, 0);
            return n;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
