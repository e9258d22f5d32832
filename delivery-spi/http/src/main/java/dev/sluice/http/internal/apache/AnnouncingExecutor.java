package dev.sluice.http.internal.apache;

import dev.sluice.http.internal.net.Current;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Tells the exchange when the connection stands and the request is about to leave. */
final class AnnouncingExecutor extends HttpRequestExecutor {
    private final Current current;

    AnnouncingExecutor(Current current) {
        this.current = current;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback informed,
            HttpContext context)
            throws IOException, HttpException {
        current.sending();
        return super.execute(request, connection, informed, context);
    }
}
