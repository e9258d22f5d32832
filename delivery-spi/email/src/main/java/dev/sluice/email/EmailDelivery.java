package dev.sluice.email;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.CompiledSettings;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Secrets;
import dev.sluice.delivery.transport.SettingChecks;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Delivers leads by email, one lead a message. Wired as {@code .delivery("email", EmailDelivery.builder()...build())}; who
 * gets what is in the {@code config} of each recipient, see the README of this module.
 *
 * <p>One instance serves all recipients, on any thread. The delivery key makes the {@code Message-ID}. A lost answer to a
 * whole message is {@code unknown}, never an error.
 */
public final class EmailDelivery implements DeliveryPlugin {
    private final CompiledSettings<EmailSettings> settings = new CompiledSettings<>(EmailSettings::new);
    private final Map<String, SmtpServer> servers;
    private final MailSender sender;
    private final LongSupplier nanos;

    private EmailDelivery(Builder builder) {
        this.servers = Map.copyOf(builder.servers);
        this.sender = new MailSender(builder.secrets);
        this.nanos = builder.nanos;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean announcesSending() {
        return true;
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        List<ConfigProblem> problems = new ArrayList<>(
                new SettingChecks(config).known(EmailSettings.NAMES).problems());
        try {
            EmailSettings compiled = new EmailSettings(config);
            compiled.constants(config).forEach(wrong -> problems.add(problem(wrong)));
            if (!servers.containsKey(compiled.server())) {
                problems.add(new ConfigProblem(
                        "/" + EmailSettings.SERVER,
                        "unknown_server",
                        "the host has no mail server of this name; there are " + new TreeSet<>(servers.keySet())));
            }
        } catch (InvalidMailException wrong) {
            problems.add(problem(wrong));
        }
        return problems;
    }

    private static ConfigProblem problem(InvalidMailException wrong) {
        return new ConfigProblem(wrong.pointer(), "invalid_setting", wrong.text());
    }

    @Override
    public DeliveryResult deliver(DeliveryRequest request) {
        Delivery delivery = request.delivery();
        EmailSettings recipient;
        Mail mail;
        try {
            recipient = settings.of(request.config());
            mail = recipient.mail(request);
        } catch (InvalidMailException impossible) {
            return DeliveryResult.unmade(impossible.pointer() + ": " + impossible.text());
        } catch (TemplateException impossible) {
            return DeliveryResult.unmade(String.valueOf(impossible.getMessage()));
        }
        SmtpServer server = servers.get(recipient.server());
        if (server == null) {
            return DeliveryResult.error("The host has no mail server '" + recipient.server() + "'")
                    .detail("code", "connection_failed");
        }
        return sender.send(mail, server, delivery.deadline().within(recipient.timeout(), nanos), delivery::sending);
    }

    /** Collects what a host brings. */
    public static final class Builder {
        private final Map<String, SmtpServer> servers = new LinkedHashMap<>();
        private Secrets secrets = Secrets.none();
        private LongSupplier nanos = System::nanoTime;

        private Builder() {}

        /** The mail server of recipients that name none. */
        public Builder server(SmtpServer server) {
            return server("default", server);
        }

        /** A mail server that recipients name by {@code "server"}. */
        public Builder server(String name, SmtpServer server) {
            servers.put(requireNonNull(name, "name"), requireNonNull(server, "server"));
            return this;
        }

        /** Where passwords of logins come from; there are none by default. */
        public Builder secrets(Secrets secrets) {
            this.secrets = requireNonNull(secrets, "secrets");
            return this;
        }

        /** A clock in nanoseconds that only rises; that of the machine by default. */
        public Builder time(LongSupplier nanoseconds) {
            this.nanos = requireNonNull(nanoseconds, "nanoseconds");
            return this;
        }

        public EmailDelivery build() {
            return new EmailDelivery(this);
        }
    }
}
