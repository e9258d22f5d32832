package dev.sluice.batch.internal;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.transport.Digests;
import dev.sluice.delivery.transport.FolderPath;
import dev.sluice.delivery.transport.Settings;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;

/** One login at an FTP server. For one thread. */
public final class FtpSession implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int PORT = 21;
    private static final int IMPLICIT_PORT = 990;

    private final FTPClient client;

    private FtpSession(FTPClient client) {
        this.client = client;
    }

    /** What a server refused with a status. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        private Refused(String what, int status) {
            super(what + ": status " + status);
        }
    }

    /** Connects and logs in; what fails leaves nothing open. */
    public static FtpSession open(Settings settings, @Nullable SSLContext trust, Deadline deadline) throws IOException {
        String tls = settings.text("tls", "explicit");
        FtpSession session = new FtpSession(client(tls, trust));
        try {
            session.connect(settings, tls.equals("implicit") ? IMPLICIT_PORT : PORT, deadline);
            session.login(settings);
            return session;
        } catch (IOException | RuntimeException fault) {
            session.close();
            throw fault;
        }
    }

    private static FTPClient client(String tls, @Nullable SSLContext trust) {
        if (tls.equals("none")) {
            return new FTPClient();
        }
        boolean implicit = tls.equals("implicit");
        FTPSClient secure = trust == null ? new FTPSClient(implicit) : new FTPSClient(implicit, trust);
        if (trust == null) {
            // Its own default trusts any certificate that has not expired.
            secure.setTrustManager(null);
        }
        secure.setEndpointCheckingEnabled(true);
        return secure;
    }

    private void connect(Settings settings, int usualPort, Deadline deadline) throws IOException {
        if (deadline.passed()) {
            throw new InterruptedIOException("there is no time left");
        }
        Duration longest = settings.millis("timeoutMs", TIMEOUT);
        Duration wait = deadline.left().compareTo(longest) < 0 ? deadline.left() : longest;
        int millis = (int) Math.max(1, wait.toMillis());
        client.setConnectTimeout(millis);
        client.setDefaultTimeout(millis);
        client.setDataTimeout(Duration.ofMillis(millis));
        client.setControlEncoding(StandardCharsets.UTF_8.name());
        client.connect(settings.text("host", ""), settings.number("port", usualPort));
        client.setSoTimeout(millis);
        need(FTPReply.isPositiveCompletion(client.getReplyCode()), "The server takes nobody");
    }

    private void login(Settings settings) throws IOException {
        String name = settings.text("username", "");
        String password = settings.credential("password").orElse("");
        if ((name + password).chars().anyMatch(Character::isISOControl)) {
            throw new Refused("The credentials are more than a line", 0);
        }
        if (!client.login(name, password)) {
            throw new Refused("The server refuses the credentials", client.getReplyCode());
        }
        if (client instanceof FTPSClient secure) {
            secure.execPBSZ(0);
            secure.execPROT("P");
        }
        client.enterLocalPassiveMode();
        need(client.setFileType(FTP.BINARY_FILE_TYPE), "The server takes no bytes as they are");
    }

    private void need(boolean done, String otherwise) throws IOException {
        if (!done) {
            throw new Refused(otherwise, client.getReplyCode());
        }
    }

    /** What is said of a fault, for people: what we say of refusals; nothing that a server wrote. */
    public static String reason(IOException fault) {
        if (fault instanceof Refused refused) {
            return String.valueOf(refused.getMessage());
        }
        if (fault instanceof SSLException) {
            return "There is no secure connection: certificate, name or protocol";
        }
        return "The server cannot be reached, or the connection broke: "
                + fault.getClass().getSimpleName();
    }

    /** The status of the last answer. */
    public int status() {
        return client.getReplyCode();
    }

    /** Folders that are there already are refused, which says nothing: writing the file will tell. */
    public void makeFolders(FolderPath folder) throws IOException {
        for (int depth = 1; depth <= folder.names().size(); depth++) {
            client.makeDirectory(
                    new FolderPath(folder.absolute(), folder.names().subList(0, depth)).text());
        }
    }

    /** How many bytes the file has that stands there; empty when none does. */
    public OptionalLong size(String path) throws IOException {
        String size = client.getSize(path);
        if (size != null) {
            return OptionalLong.of(Long.parseLong(size.strip()));
        }
        if (client.getReplyCode() == FTPReply.FILE_UNAVAILABLE) {
            return OptionalLong.empty();
        }
        FTPFile[] found = client.listFiles(path);
        return found.length == 1 ? OptionalLong.of(found[0].getSize()) : OptionalLong.empty();
    }

    /**
     * Writes a whole file. A server cannot tell a broken connection from the end of a file, so its size is asked for.
     */
    public void store(InputStream bytes, String path, long size) throws IOException {
        need(client.storeFile(path, bytes), "The file cannot be written");
        OptionalLong stored = size(path);
        if (stored.isPresent() && stored.getAsLong() != size) {
            throw new Refused("The server has " + stored.getAsLong() + " bytes of " + size, client.getReplyCode());
        }
    }

    public boolean rename(String from, String to) throws IOException {
        return client.rename(from, to);
    }

    /** What stays lies under a name that nobody reads, and is overwritten by the next try. */
    public void abandon(String path) {
        try {
            if (!FTPReply.isPositiveCompletion(client.getReplyCode())
                    && !FTPReply.isNegativePermanent(client.getReplyCode())
                    && !FTPReply.isNegativeTransient(client.getReplyCode())) {
                client.completePendingCommand();
            }
            client.deleteFile(path);
        } catch (IOException gone) {
            // The connection may be gone as well.
        }
    }

    /** The file that stands there. */
    public Digests.There there(String path) {
        return new Digests.There() {
            @Override
            public long size() throws IOException {
                return FtpSession.this.size(path).orElse(-1);
            }

            @Override
            public InputStream open() throws IOException {
                InputStream bytes = client.retrieveFileStream(path);
                need(bytes != null, "The file that is there cannot be read");
                return new Retrieved(bytes);
            }
        };
    }

    private final class Retrieved extends FilterInputStream {
        private Retrieved(InputStream bytes) {
            super(bytes);
        }

        @Override
        public void close() throws IOException {
            super.close();
            client.completePendingCommand();
        }
    }

    @Override
    public void close() {
        try {
            if (client.isConnected()) {
                client.logout();
            }
        } catch (IOException gone) {
            // Whatever there was to say has been said.
        } finally {
            disconnect();
        }
    }

    private void disconnect() {
        try {
            client.disconnect();
        } catch (IOException gone) {
            // It is gone either way.
        }
    }
}
