package dev.sluice.http.internal.apache;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.transport.WholeFile;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityTemplate;

/** A file as the body of a request: read while it is sent, and whole or broken. */
public final class FileBody {
    private FileBody() {}

    public static HttpEntity of(OutgoingFile file, Deadline deadline) {
        return new EntityTemplate(file.size(), null, null, out -> {
            try (InputStream bytes = WholeFile.open(file, deadline)) {
                bytes.transferTo(out);
            }
        });
    }
}
