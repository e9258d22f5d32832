package dev.sluice.cli.work;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Columns;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.LineException;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.leads.BadLine;
import dev.sluice.cli.leads.LeadFile;
import dev.sluice.cli.leads.LeadForm;
import dev.sluice.cli.open.Stores;
import dev.sluice.cli.open.Web;
import dev.sluice.delivery.Outcome;
import dev.sluice.feedback.Feedback;
import dev.sluice.feedback.FeedbackAnswer;
import dev.sluice.feedback.FeedbackItem;
import dev.sluice.feedback.FeedbackTerms;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Lead;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code sluice feedback}: what came back from buyers into a store, a line for each row. */
public final class FeedbackCommand implements Command {
    private static final String ACCEPT = "--accept";
    private static final String TYPE = "--type";
    private static final String MAXIMUM_AGE = "--max-age";
    private static final String RECIPIENT = "--recipient";

    private final Time time;

    public FeedbackCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return Web.allowing(Usage.of(
                        "feedback", "[ROWS.csv|ROWS.jsonl]", "what came back from buyers; a line for each row"))
                .option(Stores.OPTION, Stores.ADDRESS, "where the leads are; nobody else writes to it")
                .option(
                        ACCEPT,
                        "TYPES",
                        "the types that are taken where a flow agreed nothing itself; 'conversion,return' when left out")
                .option(TYPE, "TYPE", "the type of rows that name none")
                .option(MAXIMUM_AGE, "DURATION", "how long after its delivery a lead may be returned, such as P7D")
                .option(RECIPIENT, "ID", "who says this; deliveries to others are refused")
                .option(
                        Forwards.OPTION,
                        "FILE.json",
                        "which sources are told: [{\"source\", \"type\", \"config\": settings of a webhook, \"ruleSet\"?}]")
                .option("--account", "ID", "of this account; 'default' when left out");
    }

    /** Status 1 when a row was not taken. */
    @Override
    public int run(Arguments arguments, Streams streams) {
        arguments.operands(0, 1);
        String url = arguments
                .value(Stores.OPTION)
                .orElseThrow(() -> new UsageException("say where the leads are: --store jdbc:sqlite:leads.db"));
        Optional<Path> file = arguments.file(0);
        try (Sluice sluice = Sluice.builder()
                        .store(Stores.open(url))
                        .account(arguments.value("--account").orElse("default"))
                        .time(time)
                        .build();
                Web web = Web.of(arguments);
                InputStream in = file.isPresent() ? Files.newInputStream(file.get()) : streams.in()) {
            Feedback feedback = forwarding(agreed(Feedback.over(sluice), arguments), arguments, web);
            Rows rows = new Rows(feedback, arguments, line -> streams.out().print(line + "\n"));
            rows.all(LeadFile.open(in, new LeadForm(Optional.of("feedback"), false), rows)
                    .leads());
            streams.err().println(rows.told());
            return rows.taken == rows.count ? 0 : 1;
        } catch (IOException unreadable) {
            throw new UsageException("cannot read " + unreadable.getMessage());
        }
    }

    private static Feedback forwarding(Feedback feedback, Arguments arguments, Web web) {
        return arguments
                .value(Forwards.OPTION)
                .map(file -> Forwards.of(file, web.webhook(), feedback))
                .orElse(feedback);
    }

    private static Feedback agreed(Feedback feedback, Arguments arguments) {
        Feedback agreed = feedback;
        for (String type : arguments.value(ACCEPT).orElse("conversion,return").split(",", -1)) {
            FeedbackTerms terms =
                    type.equals(FeedbackItem.RETURN) ? FeedbackTerms.returns() : FeedbackTerms.of(type.strip());
            boolean aged = type.equals(FeedbackItem.RETURN)
                    && arguments.value(MAXIMUM_AGE).isPresent();
            agreed = agreed.accepting(
                    aged ? terms.within(age(arguments.value(MAXIMUM_AGE).orElseThrow())) : terms);
        }
        return agreed;
    }

    private static Duration age(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException unreadable) {
            throw new UsageException("a duration is written as P7D or PT12H, not '" + text + "'");
        }
    }

    /** Rows and what became of each; those that cannot be read are told by their line. */
    private static final class Rows implements Consumer<BadLine> {
        private final Feedback feedback;
        private final Arguments arguments;
        private final Consumer<String> lines;
        private long count;
        private long taken;

        Rows(Feedback feedback, Arguments arguments, Consumer<String> lines) {
            this.feedback = feedback;
            this.arguments = arguments;
            this.lines = lines;
        }

        void all(Iterator<Lead> rows) {
            rows.forEachRemaining(row -> {
                count++;
                tell(answer(Obj.of(row.data())));
            });
        }

        @Override
        public void accept(BadLine bad) {
            count++;
            tell(Obj.EMPTY.with("line", Num.of(bad.line())).with("error", new Text(bad.why())));
        }

        private void tell(Obj answer) {
            lines.accept(ValueJson.write(Obj.EMPTY.with("row", Num.of(count)).merge(answer)));
        }

        private Obj answer(Obj row) {
            try {
                FeedbackItem item = item(row);
                FeedbackAnswer answer = arguments
                        .value(RECIPIENT)
                        .map(recipient -> feedback.receive(item, recipient))
                        .orElseGet(() -> feedback.receive(item));
                taken += answer.outcome() == Outcome.SUCCESS ? 1 : 0;
                return written(answer);
            } catch (LineException wrong) {
                return Obj.EMPTY.with("error", new Text(String.valueOf(wrong.getMessage())));
            } catch (NumberFormatException noNumber) {
                return Obj.EMPTY.with("error", new Text("revenue is no number"));
            } catch (DateTimeException noMoment) {
                return Obj.EMPTY.with("error", new Text("at is no moment such as 2026-03-01T00:00:00Z"));
            }
        }

        private FeedbackItem item(Obj row) {
            String event = text(row, "event_id")
                    .or(() -> text(row, "Event ID"))
                    .orElseThrow(() -> new LineException("event_id is missing"));
            String type = text(row, "type")
                    .or(() -> arguments.value(TYPE))
                    .orElseThrow(() -> new LineException("type is missing; give it, or --type for all rows"));
            return new FeedbackItem(
                    event,
                    type,
                    text(row, "id"),
                    text(row, "value"),
                    text(row, "reason"),
                    text(row, "revenue").map(BigDecimal::new),
                    text(row, "at").map(Instant::parse));
        }

        private static Optional<String> text(Obj row, String name) {
            Value value = row.get(name);
            return value.isBlank() ? Optional.empty() : Optional.of(value.text());
        }

        private static Obj written(FeedbackAnswer answer) {
            Obj told = Obj.EMPTY.with("outcome", new Text(answer.outcome().text()));
            told = put(told, "problem", answer.problem().map(problem -> problem.name()
                    .toLowerCase(Locale.ROOT)));
            told = put(told, "reason", answer.reason());
            told = put(told, "lead_id", answer.leadId());
            told = put(told, "event_id", answer.eventId());
            return told.with("credited", Num.of(answer.credited())).with("repeated", Value.bool(answer.repeated()));
        }

        private static Obj put(Obj told, String name, Optional<String> text) {
            return text.isEmpty() ? told : told.with(name, new Text(text.get()));
        }

        String told() {
            return "sluice: " + Columns.grouped(count) + " rows, " + Columns.grouped(taken) + " taken, "
                    + Columns.grouped(count - taken) + " not";
        }
    }
}
