package dev.sluice.cli.design;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.cli.delivery.DeliveryCheck;
import dev.sluice.cli.delivery.DeliveryCheck.Answers;
import dev.sluice.cli.delivery.DeliveryCheck.Sending;
import dev.sluice.cli.delivery.Recipients;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.Flows;
import dev.sluice.cli.stub.Stubs;
import dev.sluice.json.InvalidJsonException;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code sluice check --delivery}: whether the recipients of a flow can be delivered to. */
final class DeliveryCheckOptions {
    static final String DELIVERY = "--delivery";
    private static final String NO_SEND = "--no-send";
    private static final String LEAD = "--lead";
    private static final String ALLOW = "--allow";
    private static final String SMTP = "--smtp";
    private static final String DATABASE = "--database";
    private static final String SECRETS = "--secrets";

    private DeliveryCheckOptions() {}

    static Usage in(Usage usage) {
        return usage.flag(
                        DELIVERY,
                        "send a test lead to each webhook, email and database, and answer eight questions about it")
                .flag(NO_SEND, "with --delivery: answer what can be answered without sending")
                .option(LEAD, "FILE", "with --delivery: the test lead as JSON; a made-up one without it")
                .option(
                        ALLOW,
                        "HOST:PORT,...",
                        "with --delivery: addresses inside your networks that webhooks may speak to")
                .option(SMTP, "URL", "with --delivery: your mail server, smtp://user@host:587 or smtps://host:465")
                .option(DATABASE, "URL", "with --delivery: your database, jdbc:...")
                .option(SECRETS, "FILE", "with --delivery: secrets by name, as a JSON object");
    }

    /** The exit status: 1 when a question is answered with no. */
    static int run(Path file, Time time, Arguments arguments, Streams streams) {
        try (Recipients recipients = recipients(arguments)) {
            Sluice.Builder builder = Stubs.wire(Sluice.builder().time(time), time, Flows.stubs(arguments));
            // Without their checks: the eight answers tell what is wrong with settings.
            recipients.byName().forEach((name, plugin) -> builder.delivery(name, plugin::deliver));
            try (Sluice sluice = builder.build()) {
                Sending sending = arguments.has(NO_SEND) ? Sending.NOTHING : Sending.TEST_LEAD;
                Optional<Obj> lead = arguments.value(LEAD).map(DeliveryCheckOptions::object);
                Answers answers = DeliveryCheck.of(Flows.open(sluice, file), lead, time, sending)
                        .run(recipients.byName());
                return told(answers, arguments, streams);
            }
        }
    }

    private static Obj object(String file) {
        try {
            return ValueJson.read(Files.readString(Path.of(file))) instanceof Obj obj ? obj : notAnObject(file);
        } catch (IOException unreadable) {
            throw new UsageException("cannot read " + file);
        } catch (InvalidJsonException noJson) {
            return notAnObject(file);
        }
    }

    private static Obj notAnObject(String file) {
        throw new UsageException(file + " holds no JSON object");
    }

    private static Recipients recipients(Arguments arguments) {
        try {
            return Recipients.of(
                    arguments
                            .value(ALLOW)
                            .map(all -> List.of(all.split(",", -1)))
                            .orElse(List.of()),
                    arguments.value(SMTP),
                    arguments.value(DATABASE),
                    arguments.value(SECRETS).map(DeliveryCheckOptions::object).orElse(Obj.EMPTY));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private static int told(Answers answers, Arguments arguments, Streams streams) {
        if (arguments.has("--json")) {
            streams.out().print(answers.json());
        } else {
            streams.out().print(answers.isEmpty() ? "no webhook, email or database to deliver to\n" : answers.table());
        }
        return answers.failures() == 0 ? 0 : 1;
    }
}
