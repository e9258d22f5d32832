package dev.sluice.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.ClientAuth;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.jspecify.annotations.Nullable;

/** A real FTP server on this machine, with TLS where it has a certificate. */
final class FtpHost implements FileServer {
    static final String PASSWORD = "correct horse";

    private final FtpServer server;
    private final Listener listener;
    private final Quota quota = new Quota();
    private final boolean secure;

    FtpHost(Path root, @Nullable SSLContext certificate) {
        this.secure = certificate != null;
        ListenerFactory listening = new ListenerFactory();
        listening.setServerAddress("127.0.0.1");
        listening.setPort(0);
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setPassiveAddress("127.0.0.1");
        if (certificate != null) {
            SslConfiguration tls = new Tls(certificate);
            listening.setSslConfiguration(tls);
            data.setSslConfiguration(tls);
            data.setImplicitSsl(true);
        }
        listening.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        this.listener = listening.createListener();
        this.server = server(root);
        try {
            server.start();
        } catch (FtpException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }

    private FtpServer server(Path root) {
        FtpServerFactory serving = new FtpServerFactory();
        serving.addListener("default", listener);
        serving.setConnectionConfig(new ConnectionConfigFactory().createConnectionConfig());
        serving.setFtplets(new TreeMap<>(Map.of("quota", quota)));
        BaseUser ann = new BaseUser();
        ann.setName("ann");
        ann.setPassword(PASSWORD);
        ann.setHomeDirectory(root.toString());
        ann.setAuthorities(List.of(new WritePermission()));
        try {
            serving.getUserManager().save(ann);
        } catch (FtpException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
        return serving.createServer();
    }

    /** Settings that are right. */
    @Override
    public Map<String, Object> settings() {
        return new TreeMap<>(Map.of(
                "host", "localhost",
                "port", listener.getPort(),
                "tls", secure ? "explicit" : "none",
                "username", "ann",
                "password", "{ftp}",
                "timeoutMs", 5_000,
                "path", "/out/{year}"));
    }

    /** Breaks all connections. */
    @Override
    public void drop() {
        listener.getActiveSessions().forEach(FtpHost::drop);
    }

    private static void drop(FtpIoSession session) {
        session.getDataConnection().closeDataConnection();
        session.closeNow();
    }

    /** Takes no more files, or takes them again. */
    @Override
    public void full(boolean full) {
        quota.full = full;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class Quota extends DefaultFtplet {
        private volatile boolean full;

        @Override
        public FtpletResult onUploadStart(FtpSession session, FtpRequest request) throws FtpException, IOException {
            if (!full) {
                return FtpletResult.DEFAULT;
            }
            session.write(new DefaultFtpReply(552, "Requested file action aborted: exceeded storage allocation"));
            return FtpletResult.SKIP;
        }
    }

    private record Tls(SSLContext context) implements SslConfiguration {
        @Override
        public SSLSocketFactory getSocketFactory() {
            return context.getSocketFactory();
        }

        @Override
        public SSLContext getSSLContext() {
            return context;
        }

        @Override
        public SSLContext getSSLContext(String protocol) {
            return context;
        }

        @Override
        public String @Nullable [] getEnabledCipherSuites() {
            return null;
        }

        @Override
        public String[] getEnabledProtocols() {
            return new String[] {"TLSv1.2", "TLSv1.3"};
        }

        @Override
        public String getEnabledProtocol() {
            return "TLSv1.2";
        }

        @Override
        public ClientAuth getClientAuth() {
            return ClientAuth.NONE;
        }
    }
}
