package dev.sluice.batch;

import static java.util.Objects.requireNonNull;

import dev.sluice.batch.internal.SealedEntry;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Secrets;
import dev.sluice.delivery.ZipEncryption;
import dev.sluice.delivery.transport.SettingChecks;
import dev.sluice.delivery.transport.Settings;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Archives under AES with 256 bits, as common archivers read them. Immutable and safe on any thread. */
public final class AesZip implements ZipEncryption {
    private static final String PASSWORD = "password";

    private final Secrets secrets;

    private AesZip(Secrets secrets) {
        this.secrets = requireNonNull(secrets, "secrets");
    }

    /** With passwords out of {@code secrets}, which batches name as {@code {name}}. */
    public static AesZip create(Secrets secrets) {
        return new AesZip(secrets);
    }

    @Override
    public List<ConfigProblem> check(String password) {
        List<ConfigProblem> problems = new SettingChecks(setting(password))
                .required(PASSWORD)
                .credential(PASSWORD, secrets)
                .problems();
        return problems.stream()
                .map(problem -> new ConfigProblem("", problem.code(), problem.text()))
                .toList();
    }

    @Override
    public OutputStream over(OutputStream out, String inner, String password) throws IOException {
        String known =
                new Settings(setting(password), secrets).credential(PASSWORD).orElse("");
        if (known.isEmpty()) {
            throw new IOException("there is no password for the archive");
        }
        return SealedEntry.open(out, inner, known.toCharArray());
    }

    private static Obj setting(String password) {
        return Obj.EMPTY.with(PASSWORD, Value.text(password));
    }
}
