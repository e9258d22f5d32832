package dev.sluice.http.internal.apache;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;

/**
 * Reads heads of answers. The client's own parser takes the end of a connection for the end of a head, so that an answer cut
 * between two headers looks like a whole one, without the length that would have told.
 */
final class WholeHeads implements HttpMessageParserFactory<ClassicHttpResponse> {
    private final DefaultHttpResponseParserFactory parsers;

    WholeHeads(Http1Config limits) {
        this.parsers = new DefaultHttpResponseParserFactory(limits);
    }

    @Override
    @SuppressWarnings("deprecation") // It is the one method that a factory must have.
    public HttpMessageParser<ClassicHttpResponse> create(Http1Config config) {
        return create();
    }

    @Override
    public HttpMessageParser<ClassicHttpResponse> create() {
        HttpMessageParser<ClassicHttpResponse> parser = parsers.create();
        return (buffer, in) -> parser.parse(buffer, new Head(in));
    }

    private static final class Head extends FilterInputStream {
        Head(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return whole(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return whole(super.read(bytes, offset, length));
        }

        private static int whole(int read) throws IOException {
            if (read < 0) {
                throw new ConnectionClosedException("the connection ended within the head of an answer");
            }
            return read;
        }
    }
}
