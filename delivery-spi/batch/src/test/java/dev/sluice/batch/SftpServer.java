package dev.sluice.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server on this machine. */
final class SftpServer implements FileServer {
    static final String PASSWORD = "correct horse";

    private final Quota quota = new Quota();
    private final SshServer server = SshServer.setUpDefaultServer();
    private static final KeyPair HOST = rsa();
    static final KeyPair USER = rsa();

    SftpServer(Path root) throws IOException {
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(HOST));
        server.setPasswordAuthenticator((name, password, session) -> name.equals("ann") && password.equals(PASSWORD));
        server.setPublickeyAuthenticator(
                (name, key, session) -> name.equals("ann") && KeyUtils.compareKeys(key, USER.getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        SftpSubsystemFactory files = new SftpSubsystemFactory();
        files.addSftpEventListener(quota);
        server.setSubsystemFactories(List.of(files));
        server.start();
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return keys.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String fingerprint(PublicKey key) {
        return KeyUtils.getFingerPrint(key);
    }

    /** Settings that are right, with a password. */
    @Override
    public Map<String, Object> settings() {
        return new TreeMap<>(Map.of(
                "host", "127.0.0.1",
                "port", server.getPort(),
                "username", "ann",
                "password", "{sftp}",
                "hostKey", fingerprint(HOST.getPublic()),
                "path", "/out/{year}"));
    }

    /** Breaks all connections. */
    @Override
    public void drop() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    /** Takes no more bytes, or takes them again. */
    @Override
    public void full(boolean full) {
        quota.full = full;
    }

    private static final class Quota implements SftpEventListener {
        private volatile boolean full;

        @Override
        public void writing(
                ServerSession session,
                String remoteHandle,
                FileHandle localHandle,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLen)
                throws IOException {
            if (full && offset > 0) {
                throw new IOException("No space left on device");
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
