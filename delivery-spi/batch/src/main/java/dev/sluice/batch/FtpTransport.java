package dev.sluice.batch;

import static java.util.Objects.requireNonNull;

import dev.sluice.batch.internal.FtpSession;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.FileName;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.Secrets;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.transport.Digests;
import dev.sluice.delivery.transport.FolderPath;
import dev.sluice.delivery.transport.SettingChecks;
import dev.sluice.delivery.transport.Settings;
import dev.sluice.delivery.transport.WholeFile;
import dev.sluice.types.Obj;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Files over FTP with TLS, or without where settings say so: {@code host port tls username password path timeoutMs}, see
 * the README. Passive mode only. With TLS, the server's certificate must be trusted and of its name, and files are encrypted
 * too. The thread that does due work waits; each wait for the server ends after {@code timeoutMs} at the latest.
 * Immutable and safe on any thread.
 */
public final class FtpTransport implements Transport {
    private static final Set<String> SETTINGS =
            Set.of("host", "port", "tls", "username", "password", "path", "timeoutMs");

    private final Secrets secrets;
    private final @Nullable SSLContext trust;

    private FtpTransport(Secrets secrets, @Nullable SSLContext trust) {
        this.secrets = requireNonNull(secrets, "secrets");
        this.trust = trust;
    }

    /** With credentials out of {@code secrets}, which settings name as {@code {name}}; trusts whom the platform trusts. */
    public static FtpTransport create(Secrets secrets) {
        return new FtpTransport(secrets, null);
    }

    /** This, trusting the certificates of {@code context}. */
    public FtpTransport trusting(SSLContext context) {
        return new FtpTransport(secrets, requireNonNull(context, "context"));
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        return new SettingChecks(config)
                .known(SETTINGS)
                .required("host")
                .required("username")
                .required("password")
                .oneLine("host")
                .oneLine("username")
                .oneLine("password")
                .oneOf("tls", Set.of("explicit", "implicit", "none"))
                .number("port", 1, 65_535)
                .number("timeoutMs", 1, 600_000)
                .credential("password", secrets)
                .folder("path")
                .problems();
    }

    @Override
    public TransportResult put(TransportRequest request) {
        Settings settings = new Settings(request.config(), secrets);
        try (FtpSession session = FtpSession.open(settings, trust, request.deadline())) {
            return put(request, FolderPath.of(settings.text("path", ""), request.tokens()), session);
        } catch (IOException fault) {
            return TransportResult.failed(FtpSession.reason(fault));
        }
    }

    private static TransportResult put(TransportRequest request, FolderPath folder, FtpSession session)
            throws IOException {
        OutgoingFile file = request.file();
        String place = folder.file(FileName.safe(file.name()));
        String part = folder.file("." + FileName.safe(request.key()) + ".part");
        session.makeFolders(folder);
        if (session.size(place).isPresent()) {
            return Digests.isSame(file, session.there(place))
                    ? TransportResult.alreadyThere(place)
                    : TransportResult.refused("'" + place + "' is there already with other content");
        }
        try (InputStream bytes = WholeFile.open(file, request.deadline())) {
            session.store(bytes, part, file.size());
        } catch (IOException fault) {
            session.abandon(part);
            throw fault;
        }
        return renamed(part, place, session);
    }

    /** Whatever becomes of the rename, only the whole file can stand under the final name. */
    private static TransportResult renamed(String part, String place, FtpSession session) throws IOException {
        try {
            if (session.rename(part, place)) {
                return TransportResult.delivered(place);
            }
        } catch (IOException fault) {
            return TransportResult.unknown("The connection was lost while the file got its name");
        }
        session.abandon(part);
        return TransportResult.failed("The server does not give the file its name: status " + session.status());
    }
}
