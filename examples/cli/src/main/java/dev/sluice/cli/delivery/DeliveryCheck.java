package dev.sluice.cli.delivery;

import dev.sluice.Flow;
import dev.sluice.Time;
import dev.sluice.cli.frame.Columns;
import dev.sluice.database.DatabaseDelivery;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.event.Event;
import dev.sluice.flow.RecipientStep;
import dev.sluice.http.InvalidRequestException;
import dev.sluice.http.Presets;
import dev.sluice.json.ValueJson;
import dev.sluice.types.At;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the recipients of a flow can be delivered to. Each gets one test lead, whether or not its criteria hold, unless
 * nothing is to be sent.
 */
public final class DeliveryCheck {
    private final Flow flow;
    private final Lead lead;
    private final Scope scope;
    private final Time time;
    private final Sending sending;

    /** Whether test leads go out. */
    public enum Sending {
        TEST_LEAD,
        NOTHING
    }

    private DeliveryCheck(Flow flow, Lead lead, Time time, Sending sending) {
        this.flow = flow;
        this.lead = lead;
        this.time = time;
        this.sending = sending;
        List<Event> events = flow.preview(lead).events();
        this.scope =
                events.isEmpty() ? Scope.EMPTY : events.get(events.size() - 1).snapshot();
    }

    /** A check of {@code flow} with {@code lead}; with a made-up one when there is none. */
    public static DeliveryCheck of(Flow flow, Optional<Obj> lead, Time time, Sending sending) {
        return new DeliveryCheck(flow, TestLead.of(flow.definition(), lead), time, sending);
    }

    /** The answers for each recipient whose plugin is in {@code plugins}. */
    public Answers run(Map<String, DeliveryPlugin> plugins) {
        Map<RecipientStep, List<Point>> answers = new LinkedHashMap<>();
        for (Recipient recipient : Recipient.of(flow.definition())) {
            DeliveryPlugin plugin = plugins.get(recipient.step().plugin());
            if (plugin != null) {
                answers.put(recipient.step(), checked(recipient, plugin).points());
            }
        }
        return new Answers(answers);
    }

    private Checklist checked(Recipient recipient, DeliveryPlugin plugin) {
        RecipientStep step = recipient.step();
        List<ConfigProblem> problems = plugin instanceof DatabaseDelivery database && sending == Sending.TEST_LEAD
                ? database.inspect(step.config())
                : plugin.check(step.config());
        Obj mapped = step.mappings().isEmpty() ? Obj.EMPTY : flow.mapped(step.id(), lead);
        Optional<DeliveryResult> result = problems.isEmpty() && sending == Sending.TEST_LEAD
                ? Optional.of(plugin.deliver(request(step, mapped)))
                : Optional.empty();
        return new Checklist(recipient, settings(step.config()), problems, mapped, result);
    }

    /** A preset that is wrong is among the problems. */
    private static Obj settings(Obj config) {
        try {
            return Presets.standard().settings(config);
        } catch (InvalidRequestException wrong) {
            return config;
        }
    }

    private DeliveryRequest request(RecipientStep step, Obj mapped) {
        Delivery delivery = Delivery.of(
                        "test_lead",
                        step.id(),
                        "test:" + step.id() + ":" + time.instant().toEpochMilli())
                .test(true)
                .at(At.utc(time.instant()))
                .deadline(Deadline.in(step.timeout(), time::nanos))
                .build();
        return new DeliveryRequest(mapped, scope, step.config(), delivery, BigDecimal.ZERO);
    }

    /** What was found, by recipient. */
    public static final class Answers {
        private final Map<RecipientStep, List<Point>> byRecipient;

        private Answers(Map<RecipientStep, List<Point>> byRecipient) {
            this.byRecipient = byRecipient;
        }

        public boolean isEmpty() {
            return byRecipient.isEmpty();
        }

        /** How many questions are answered with no. */
        public long failures() {
            return byRecipient.values().stream()
                    .flatMap(List::stream)
                    .filter(point -> point.status() == Point.Status.NO)
                    .count();
        }

        /** A table for people. */
        public String table() {
            StringBuilder table = new StringBuilder();
            byRecipient.forEach((step, points) -> {
                table.append(step.id()).append(" (").append(step.plugin()).append(")\n");
                points.forEach(point -> table.append(line(point)));
            });
            return table.toString();
        }

        private static String line(Point point) {
            String said = point.code().isEmpty() ? point.text() : point.code() + ": " + point.text();
            return "  " + Columns.left(point.status().text(), "doubtful".length() + 2)
                    + Columns.left(point.question().words(), "response parsing configured".length() + 2) + said
                    + (point.advice().isEmpty() ? "" : "; " + point.advice()) + "\n";
        }

        /** A JSON object for each recipient, one a line. */
        public String json() {
            StringBuilder lines = new StringBuilder();
            byRecipient.forEach((step, points) -> {
                Obj line = Obj.EMPTY
                        .with("recipient", Value.text(step.id()))
                        .with("plugin", Value.text(step.plugin()))
                        .with(
                                "points",
                                Value.list(points.stream().map(Point::json).toList()));
                lines.append(ValueJson.write(line)).append('\n');
            });
            return lines.toString();
        }
    }
}
