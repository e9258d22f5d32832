package dev.sluice.cli.work;

import dev.sluice.Time;
import dev.sluice.alert.Alert;
import dev.sluice.alert.AlertRule;
import dev.sluice.alert.Alerts;
import dev.sluice.alert.InvalidAlertRulesException;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.Stores;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Store;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code sluice alerts}: what rules would have told of a store. */
public final class AlertsCommand implements Command {
    private static final String RULES = "--rules";
    private static final String FILE = "--file";
    private static final String NOW = "--now";

    private final Time time;

    public AlertsCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return Usage.of("alerts", "", "what rules over the events of a store tell; a JSON object for each alert")
                .option(Stores.OPTION, Stores.ADDRESS, "where the events are, such as jdbc:sqlite:leads.db")
                .option(RULES, "IDS", "these only; of " + ids(AlertRule.standard()))
                .option(FILE, "RULES.json", "rules of one's own in place of these, as a JSON array")
                .option(NOW, "MOMENT", "as of this moment instead of the clock's, for what shows by nothing happening")
                .option("--account", "ID", "of this account; 'default' when left out");
    }

    private static String ids(List<AlertRule> rules) {
        return rules.stream().map(AlertRule::id).collect(Collectors.joining(", "));
    }

    /** Status 1 when there is any. */
    @Override
    public int run(Arguments arguments, Streams streams) {
        arguments.operands(0, 0);
        String url = arguments
                .value(Stores.OPTION)
                .orElseThrow(() -> new UsageException("say where the events are: --store jdbc:sqlite:leads.db"));
        List<AlertRule> rules = rules(arguments);
        Instant now = now(arguments);
        long[] count = new long[1];
        try (Store store = Stores.open(url)) {
            Alerts.replay(store.events(), arguments.value("--account").orElse("default"), rules, now, alert -> {
                count[0]++;
                streams.out().print(ValueJson.write(written(alert)) + "\n");
            });
        }
        return count[0] == 0 ? 0 : 1;
    }

    private Instant now(Arguments arguments) {
        try {
            return arguments.value(NOW).map(Instant::parse).orElseGet(time::instant);
        } catch (DateTimeException unreadable) {
            throw new UsageException("moments are written as 2026-03-01T00:00:00Z");
        }
    }

    private static List<AlertRule> rules(Arguments arguments) {
        List<AlertRule> known = arguments.value(FILE).map(AlertsCommand::read).orElseGet(AlertRule::standard);
        if (arguments.value(RULES).isEmpty()) {
            return known;
        }
        List<String> wanted = List.of(arguments.value(RULES).orElseThrow().split(",", -1));
        List<AlertRule> rules =
                known.stream().filter(rule -> wanted.contains(rule.id())).toList();
        if (rules.size() != wanted.size()) {
            throw new UsageException("the rules are " + ids(known));
        }
        return rules;
    }

    private static List<AlertRule> read(String file) {
        try {
            return AlertRule.parse(Files.readString(Path.of(file)));
        } catch (InvalidAlertRulesException wrong) {
            throw new UsageException(file + ": " + wrong.getMessage());
        } catch (IOException unreadable) {
            throw new UsageException("cannot read " + unreadable.getMessage());
        }
    }

    private static Obj written(Alert alert) {
        Obj told = Obj.EMPTY
                .with("rule", new Text(alert.rule()))
                .with("severity", new Text(alert.severity().name().toLowerCase(Locale.ROOT)))
                .with("at", new Text(alert.at().toString()));
        told = alert.group().isEmpty() ? told : told.with("group", new Text(alert.group()));
        told = alert.value().isEmpty()
                ? told
                : told.with("value", Num.of(alert.value().get()));
        told = told.with("message", new Text(alert.message()));
        return alert.eventId().isEmpty()
                ? told
                : told.with("event_id", new Text(alert.eventId().get()));
    }
}
