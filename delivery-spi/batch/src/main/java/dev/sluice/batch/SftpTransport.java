package dev.sluice.batch;

import static java.util.Objects.requireNonNull;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import dev.sluice.batch.internal.HostKeys;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Files over SFTP, with a password or a private key, to servers whose host key is known: {@code host port username password
 * privateKey passphrase hostKey path timeoutMs}, see the README. The thread that does due work waits; each wait for the
 * server ends after {@code timeoutMs} at the latest. Immutable and safe on any thread.
 */
public final class SftpTransport implements Transport {
    private static final Set<String> SETTINGS =
            Set.of("host", "port", "username", "password", "privateKey", "passphrase", "hostKey", "path", "timeoutMs");
    private static final int TIMEOUT = 30_000;

    private final Secrets secrets;

    private SftpTransport(Secrets secrets) {
        this.secrets = requireNonNull(secrets, "secrets");
    }

    /** With credentials out of {@code secrets}, which settings name as {@code {name}}. */
    public static SftpTransport create(Secrets secrets) {
        return new SftpTransport(secrets);
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        SettingChecks checks = new SettingChecks(config)
                .known(SETTINGS)
                .required("host")
                .required("username")
                .required("hostKey")
                .number("port", 1, 65_535)
                .number("timeoutMs", 1, 600_000)
                .credential("password", secrets)
                .credential("privateKey", secrets)
                .credential("passphrase", secrets)
                .folder("path");
        if (config.get("password").isBlank() && config.get("privateKey").isBlank()) {
            checks.add("password", "missing_setting", "'password' or 'privateKey' is needed");
        }
        if (!config.get("hostKey").isBlank()
                && !HostKeys.isKey(config.get("hostKey").text())) {
            checks.add(
                    "hostKey", "invalid_setting", "'hostKey' is a line such as 'ssh-ed25519 AAAA...', or SHA256:...");
        }
        return checks.problems();
    }

    @Override
    public TransportResult put(TransportRequest request) {
        Settings settings = new Settings(request.config(), secrets);
        Session session = null;
        try {
            session = connect(settings, request);
            ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
            sftp.connect(wait(settings, request));
            return put(request, settings, sftp);
        } catch (JSchException fault) {
            return TransportResult.failed(reason(fault));
        } finally {
            if (session != null) {
                session.disconnect();
            }
        }
    }

    private static String reason(JSchException fault) {
        String text = String.valueOf(fault.getMessage());
        if (text.contains("HostKey")) {
            return "The server's host key is not the one that is known";
        }
        return text.startsWith("Auth") ? "The server refuses the credentials" : "The server cannot be reached";
    }

    private static int wait(Settings settings, TransportRequest request) {
        return (int) Math.max(
                1,
                Math.min(
                        settings.number("timeoutMs", TIMEOUT),
                        request.deadline().left().toMillis()));
    }

    private static Session connect(Settings settings, TransportRequest request) throws JSchException {
        JSch jsch = new JSch();
        jsch.setHostKeyRepository(new HostKeys(settings.text("hostKey", "")));
        String key = settings.credential("privateKey").orElse("");
        if (!key.isEmpty()) {
            byte[] passphrase = settings.credential("passphrase").orElse("").getBytes(StandardCharsets.UTF_8);
            jsch.addIdentity("key", key.getBytes(StandardCharsets.UTF_8), null, passphrase);
        }
        Session session =
                jsch.getSession(settings.text("username", ""), settings.text("host", ""), settings.number("port", 22));
        settings.credential("password")
                .ifPresent(password -> session.setPassword(password.getBytes(StandardCharsets.UTF_8)));
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", "publickey,password,keyboard-interactive");
        session.setTimeout(wait(settings, request));
        session.connect(wait(settings, request));
        return session;
    }

    private static TransportResult put(TransportRequest request, Settings settings, ChannelSftp sftp) {
        OutgoingFile file = request.file();
        FolderPath folder = FolderPath.of(settings.text("path", ""), request.tokens());
        String place = folder.file(FileName.safe(file.name()));
        String part = folder.file("." + FileName.safe(request.key()) + ".part");
        try {
            makeFolders(folder, sftp);
            if (exists(place, sftp)) {
                return Digests.isSame(file, there(place, sftp))
                        ? TransportResult.alreadyThere(place)
                        : TransportResult.refused("'" + place + "' is there already with other content");
            }
            try (InputStream bytes = WholeFile.open(file, request.deadline())) {
                sftp.put(bytes, part, ChannelSftp.OVERWRITE);
            }
            return renamed(part, place, sftp);
        } catch (SftpException | IOException fault) {
            remove(part, sftp);
            return TransportResult.failed("The file cannot be written: " + faultName(fault));
        }
    }

    private static String faultName(Exception fault) {
        return fault instanceof SftpException refused
                ? "status " + refused.id
                : fault.getClass().getSimpleName();
    }

    /** Whatever becomes of the rename, only the whole file can stand under the final name. */
    private static TransportResult renamed(String part, String place, ChannelSftp sftp) throws SftpException {
        try {
            sftp.rename(part, place);
            return TransportResult.delivered(place);
        } catch (SftpException fault) {
            if (sftp.isConnected()) {
                throw fault;
            }
            return TransportResult.unknown("The connection was lost while the file got its name");
        }
    }

    private static void makeFolders(FolderPath folder, ChannelSftp sftp) throws SftpException {
        for (int depth = 1; depth <= folder.names().size(); depth++) {
            String path = new FolderPath(folder.absolute(), folder.names().subList(0, depth)).text();
            if (!exists(path, sftp)) {
                sftp.mkdir(path);
            }
        }
    }

    private static boolean exists(String path, ChannelSftp sftp) throws SftpException {
        try {
            SftpATTRS found = sftp.stat(path);
            return found != null;
        } catch (SftpException none) {
            if (none.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw none;
        }
    }

    private static Digests.There there(String path, ChannelSftp sftp) {
        return new Digests.There() {
            @Override
            public long size() throws IOException {
                try {
                    return sftp.stat(path).getSize();
                } catch (SftpException fault) {
                    throw new IOException(fault);
                }
            }

            @Override
            public InputStream open() throws IOException {
                try {
                    return sftp.get(path);
                } catch (SftpException fault) {
                    throw new IOException(fault);
                }
            }
        };
    }

    /** What stays lies under a name that nobody reads, and is overwritten by the next try. */
    private static void remove(String part, ChannelSftp sftp) {
        try {
            sftp.rm(part);
        } catch (SftpException gone) {
            // The connection may be gone as well.
        }
    }
}
