package dev.sluice.batch.internal;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host keys of one server, as settings name them: lines such as {@code ssh-ed25519 AAAA...}, or fingerprints such as
 * {@code SHA256:...}, with commas between several. A server with another key is refused.
 */
public final class HostKeys implements HostKeyRepository {
    private static final Pattern KEY =
            Pattern.compile("(SHA256:[A-Za-z0-9+/]{43}=?|[a-z0-9@.-]+ [A-Za-z0-9+/]{40,}={0,2}( .*)?)");

    private final List<String> known;

    public HostKeys(String setting) {
        this.known = parts(setting);
    }

    private static List<String> parts(String setting) {
        return Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Whether all of the setting are keys or fingerprints. */
    public static boolean isKey(String setting) {
        return !parts(setting).isEmpty()
                && parts(setting).stream().allMatch(part -> KEY.matcher(part).matches());
    }

    @Override
    public int check(String host, byte[] key) {
        String encoded = Base64.getEncoder().encodeToString(key);
        String fingerprint = "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(sha256(key));
        boolean isKnown = known.stream()
                .anyMatch(each -> each.startsWith("SHA256:")
                        ? each.replace("=", "").equals(fingerprint)
                        : each.split(" ")[1].equals(encoded));
        return isKnown ? OK : CHANGED;
    }

    private static byte[] sha256(byte[] key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public void add(HostKey hostkey, @Nullable UserInfo ui) {}

    @Override
    public void remove(String host, String type) {}

    @Override
    public void remove(String host, String type, byte[] key) {}

    @Override
    public String getKnownHostsRepositoryID() {
        return "settings";
    }

    @Override
    public HostKey[] getHostKey() {
        return new HostKey[0];
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
        return new HostKey[0];
    }
}
