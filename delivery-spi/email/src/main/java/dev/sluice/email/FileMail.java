package dev.sluice.email;

import dev.sluice.delivery.FileName;
import dev.sluice.delivery.FilePattern;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.Secrets;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.transport.SettingChecks;
import dev.sluice.delivery.transport.Settings;
import dev.sluice.delivery.transport.WholeFile;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The settings of messages that bring files.
 *
 * @param config as written
 * @param settings the same, read
 */
record FileMail(Obj config, Settings settings) {
    private static final String MAX_BYTES = "maxBytes";
    private static final Set<String> NAMES = Set.of(
            EmailSettings.SERVER,
            EmailSettings.FROM,
            EmailSettings.REPLY_TO,
            EmailSettings.TO,
            EmailSettings.CC,
            EmailSettings.BCC,
            EmailSettings.SUBJECT,
            EmailSettings.TEXT,
            EmailSettings.TIMEOUT,
            MAX_BYTES);
    private static final int MOST_BYTES = 104_857_600;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    static FileMail of(Obj config) {
        return new FileMail(config, new Settings(config, Secrets.none()));
    }

    /** The name of the host's mail server. */
    String server() {
        return settings.text(EmailSettings.SERVER, "default");
    }

    Duration timeout() {
        return settings.millis(EmailSettings.TIMEOUT, TIMEOUT);
    }

    void check(SettingChecks checks) {
        checks.known(NAMES)
                .required(EmailSettings.FROM)
                .required(EmailSettings.TO)
                .oneLine(EmailSettings.SUBJECT)
                .tokens(EmailSettings.SUBJECT)
                .tokens(EmailSettings.TEXT)
                .number(EmailSettings.TIMEOUT, 1, 600_000)
                .number(MAX_BYTES, 1, MOST_BYTES);
        for (String name : List.of(
                EmailSettings.FROM, EmailSettings.REPLY_TO, EmailSettings.TO, EmailSettings.CC, EmailSettings.BCC)) {
            addresses(name, address -> address(name, address, checks));
        }
    }

    private static void address(String name, String address, SettingChecks checks) {
        try {
            Mailbox.parse(address, "/" + name);
        } catch (InvalidMailException none) {
            checks.add(name, "invalid_setting", none.text());
        }
    }

    private void addresses(String name, Consumer<String> each) {
        Value given = config.get(name);
        List<Value> all = given instanceof Arr many ? many.values() : List.of(given);
        all.stream().filter(one -> !one.isBlank()).map(Value::text).forEach(each);
    }

    /**
     * The message that brings a file.
     *
     * @throws InvalidMailException when it cannot be sent, with the setting's pointer
     */
    Mail mail(TransportRequest request) {
        OutgoingFile file = request.file();
        Mail.Builder mail = Mail.from(settings.text(EmailSettings.FROM, ""), request.key(), moment(request))
                .mostAttached(settings.number(MAX_BYTES, (int) Mail.MOST_ATTACHED))
                .subject(filled(EmailSettings.SUBJECT, "{batch} {date}", request))
                .text(filled(EmailSettings.TEXT, "{count} rows.", request))
                .attach(new Attachment(
                        FileName.safe(file.name()),
                        file.mediaType(),
                        file.size(),
                        () -> WholeFile.open(file, request.deadline())));
        addresses(EmailSettings.TO, mail::to);
        addresses(EmailSettings.CC, mail::cc);
        addresses(EmailSettings.BCC, mail::bcc);
        addresses(EmailSettings.REPLY_TO, mail::replyTo);
        return mail.build();
    }

    private String filled(String name, String otherwise, TransportRequest request) {
        return FilePattern.of(settings.text(name, otherwise)).fill(request.tokens());
    }

    /** When the file was planned: the same date on every try. */
    private static Instant moment(TransportRequest request) {
        return Instant.ofEpochSecond(Long.parseLong(request.tokens().values().getOrDefault("timestamp", "0")));
    }
}
