package dev.sluice.email;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Secrets;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.transport.SettingChecks;
import dev.sluice.types.Obj;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends files by email, one attached to each message. Wired as {@code .transport("email", EmailTransport.create(secrets).server(..))};
 * who gets what is in the settings of each batch, see the README of this module.
 *
 * <p>Nobody can look into a mailbox: a file whose answer was lost is {@code unknown}, and goes again under the same
 * {@code Message-ID}. Immutable and safe on any thread.
 */
public final class EmailTransport implements Transport {
    private final Map<String, SmtpServer> servers;
    private final Secrets secrets;

    private EmailTransport(Map<String, SmtpServer> servers, Secrets secrets) {
        this.servers = Map.copyOf(servers);
        this.secrets = requireNonNull(secrets, "secrets");
    }

    /** Without a server yet; passwords of logins come from {@code secrets}. */
    public static EmailTransport create(Secrets secrets) {
        return new EmailTransport(Map.of(), secrets);
    }

    /** This, with the mail server of settings that name none. */
    public EmailTransport server(SmtpServer server) {
        return server("default", server);
    }

    /** This, with a mail server that settings name by {@code "server"}. */
    public EmailTransport server(String name, SmtpServer server) {
        Map<String, SmtpServer> more = new LinkedHashMap<>(servers);
        more.put(requireNonNull(name, "name"), requireNonNull(server, "server"));
        return new EmailTransport(more, secrets);
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        SettingChecks checks = new SettingChecks(config);
        FileMail.of(config).check(checks);
        if (!servers.containsKey(FileMail.of(config).server())) {
            checks.add(
                    EmailSettings.SERVER,
                    "unknown_server",
                    "the host has no mail server of this name; there are "
                            + servers.keySet().stream().sorted().toList());
        }
        return checks.problems();
    }

    @Override
    public TransportResult put(TransportRequest request) {
        FileMail settings = FileMail.of(request.config());
        SmtpServer server = servers.get(settings.server());
        if (server == null) {
            return TransportResult.refused("The host has no mail server '" + settings.server() + "'");
        }
        try {
            Mail mail = settings.mail(request);
            Deadline deadline = request.deadline().within(settings.timeout());
            return result(new MailSender(secrets).send(mail, server, deadline, () -> {}), mail);
        } catch (InvalidMailException impossible) {
            return TransportResult.refused("Not sent: " + impossible.pointer() + ": " + impossible.text());
        }
    }

    private static TransportResult result(DeliveryResult sent, Mail mail) {
        String reason = sent.reason().orElse("");
        return switch (sent.outcome()) {
            case SUCCESS -> TransportResult.delivered("message " + mail.id());
            case FAILURE -> TransportResult.refused(reason);
            case UNKNOWN ->
                TransportResult.unknown("The answer of the mail server was lost; the message may have arrived");
            default -> TransportResult.failed(reason);
        };
    }
}
