package dev.sluice.cli.open;

import dev.sluice.Sluice;
import dev.sluice.batch.AesZip;
import dev.sluice.batch.BatchDelivery;
import dev.sluice.batch.FixedWidthFormat;
import dev.sluice.batch.FolderTransport;
import dev.sluice.batch.FtpTransport;
import dev.sluice.batch.SftpTransport;
import dev.sluice.delivery.Secrets;
import dev.sluice.delivery.Transport;
import dev.sluice.http.UploadTransport;
import dev.sluice.http.WebhookDelivery;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The ways that files go from here: into a folder, over SFTP, FTP and HTTP. */
public final class Ways {
    /** Definitions may come from strangers: they name no other variable of the environment than these. */
    static final Secrets SECRETS = name -> System.getenv("SLUICE_SECRET_" + name.toUpperCase(Locale.ROOT));

    private Ways() {}

    /** What flows with batches name: the delivery {@code batch}, formats, transports, and archives with a password. */
    public static Sluice.Builder wire(Sluice.Builder sluice, Path folder) {
        Formats.BY_NAME.forEach(sluice::rowFormat);
        sluice.rowFormat("fixed", FixedWidthFormat.builder().build());
        all(folder).forEach(sluice::transport);
        return sluice.delivery("batch", BatchDelivery.create()).zipEncryption(AesZip.create(SECRETS));
    }

    /** By the names that definitions give; files of {@code folder} go below it. */
    public static Map<String, Transport> all(Path folder) {
        return Map.of(
                "folder", FolderTransport.below(folder),
                "sftp", SftpTransport.create(SECRETS),
                "ftp", FtpTransport.create(SECRETS),
                "http",
                        UploadTransport.over(
                                WebhookDelivery.builder().secrets(SECRETS).build()));
    }
}
