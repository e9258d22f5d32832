package dev.sluice.json.internal.report;

import dev.sluice.alert.Alert.Severity;
import dev.sluice.alert.AlertRule;
import dev.sluice.alert.AlertRule.Group;
import dev.sluice.alert.AlertRule.Test;
import dev.sluice.alert.Signal;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A rule that tells of something. */
public final class AlertForm {
    static final Vocabulary KEYS = Vocabulary.of(
            "an alert rule", "id", "signal", "test", "groupBy", "window", "minimumSample", "cooldown", "severity");
    private static final Vocabulary TEST = Vocabulary.of(
            "a test",
            "shareBelow",
            "shareAbove",
            "averageAboveMs",
            "countReaches",
            "spikeAbove",
            "shareDrops",
            "inARow",
            "amountBelow",
            "amountReaches",
            "neverSeen",
            "silence",
            "pending");
    private static final Vocabulary SPIKE = Vocabulary.of("a spike", "times", "windows");
    private static final Vocabulary DROP = Vocabulary.of("a drop", "toPercent", "windows");
    private static final Duration USUAL_WINDOW = Duration.ofMinutes(15);
    private static final Duration USUAL_COOLDOWN = Duration.ofHours(1);
    private static final int MOST_WINDOWS = 1_000;
    static final Words<Signal> SIGNALS = words("signal", Signal.values());
    static final Words<Group> GROUPS = words("group", Group.values());
    static final Words<Severity> SEVERITIES = words("severity", Severity.values());

    private AlertForm() {}

    /** What a rule's signal is called. */
    public static String signal(AlertRule rule) {
        return SIGNALS.word(rule.signal());
    }

    private static <E extends Enum<E>> Words<E> words(String thing, E[] all) {
        Words<E> words = Words.of(thing, "unknown_word");
        List.of(all).forEach(each -> words.with(each, each.name().toLowerCase(Locale.ROOT)));
        return words;
    }

    public static AlertRule read(Node node) {
        Members members = node.members(KEYS);
        return new AlertRule(
                members.text("id"),
                members.need("signal", word -> word.word(SIGNALS, Signal.SUBMISSION), Signal.SUBMISSION),
                members.need("test", AlertForm::test, new AlertRule.Silence()),
                members.or("groupBy", word -> word.word(GROUPS, Group.ALL), Group.ALL),
                members.or("window", window -> span(window, Duration.ofMinutes(1)), USUAL_WINDOW),
                members.or("minimumSample", sample -> (int) count(sample, 0, Integer.MAX_VALUE), 0),
                members.or("cooldown", pause -> span(pause, Duration.ZERO), USUAL_COOLDOWN),
                members.or("severity", word -> word.word(SEVERITIES, Severity.WARNING), Severity.WARNING));
    }

    private static Duration span(Node node, Duration least) {
        Duration span = node.duration();
        if (span.compareTo(least) < 0) {
            node.faults().wrong("alert_out_of_range", node.pointer(), "this time is " + least + " or more");
            return least;
        }
        return span;
    }

    private static long count(Node node, long least, long most) {
        long number = node.integer();
        if (number < least || number > most) {
            node.faults().wrong("alert_out_of_range", node.pointer(), "this number is from " + least + " to " + most);
            return least;
        }
        return number;
    }

    private static Test test(Node node) {
        Members members = node.members(TEST);
        List<String> given = TEST.names().stream().filter(members::has).toList();
        if (given.size() != 1) {
            node.faults().wrong("no_test", node.pointer(), "one test is named, of " + String.join(", ", TEST.names()));
            return new AlertRule.Silence();
        }
        return members.need(given.get(0), value -> test(given.get(0), value), new AlertRule.Silence());
    }

    private static Test test(String name, Node value) {
        return switch (name) {
            case "shareBelow" -> new AlertRule.ShareBelow(value.decimal());
            case "shareAbove" -> new AlertRule.ShareAbove(value.decimal());
            case "averageAboveMs" -> new AlertRule.AverageAbove(count(value, 0, Long.MAX_VALUE));
            case "countReaches" -> new AlertRule.CountReaches(count(value, 1, Long.MAX_VALUE));
            case "spikeAbove" -> {
                Members members = value.members(SPIKE);
                yield new AlertRule.SpikeAbove(members.need("times", Node::decimal, BigDecimal.ONE), windows(members));
            }
            case "shareDrops" -> {
                Members members = value.members(DROP);
                yield new AlertRule.ShareDrops(
                        members.need("toPercent", Node::decimal, BigDecimal.ONE), windows(members));
            }
            case "inARow" -> new AlertRule.InARow(count(value, 1, Long.MAX_VALUE));
            case "amountBelow" -> new AlertRule.AmountBelow(value.decimal());
            case "amountReaches" -> new AlertRule.AmountReaches(value.decimal());
            default -> bare(name, value);
        };
    }

    private static int windows(Members members) {
        return members.need("windows", windows -> (int) count(windows, 1, MOST_WINDOWS), 1);
    }

    private static Test bare(String name, Node value) {
        if (!value.flag()) {
            value.faults().wrong("no_test", value.pointer(), "a test that is named is true");
        }
        return switch (name) {
            case "neverSeen" -> new AlertRule.NeverSeen();
            case "pending" -> new AlertRule.Pending();
            default -> new AlertRule.Silence();
        };
    }

    public static Obj write(AlertRule rule) {
        return new Out()
                .text("id", rule.id())
                .text("signal", SIGNALS.word(rule.signal()))
                .put("test", write(rule.test()))
                .unless(Group.ALL, "groupBy", rule.group(), group -> Out.text(GROUPS.word(group)))
                .unless(USUAL_WINDOW, "window", rule.window(), AlertForm::text)
                .unless(0, "minimumSample", rule.minimumSample(), Value::number)
                .unless(USUAL_COOLDOWN, "cooldown", rule.cooldown(), AlertForm::text)
                .unless(Severity.WARNING, "severity", rule.severity(), how -> Out.text(SEVERITIES.word(how)))
                .done();
    }

    private static Value text(Duration span) {
        return Out.text(span.toString());
    }

    private static Obj write(Test test) {
        Out out = new Out();
        if (test instanceof AlertRule.ShareBelow below) {
            out.put("shareBelow", Out.decimal(below.percent()));
        } else if (test instanceof AlertRule.ShareAbove above) {
            out.put("shareAbove", Out.decimal(above.percent()));
        } else if (test instanceof AlertRule.AverageAbove slow) {
            out.put("averageAboveMs", Value.number(slow.millis()));
        } else if (test instanceof AlertRule.CountReaches most) {
            out.put("countReaches", Value.number(most.hits()));
        } else if (test instanceof AlertRule.SpikeAbove spike) {
            out.put("spikeAbove", over("times", spike.times(), spike.windows()));
        } else if (test instanceof AlertRule.ShareDrops drop) {
            out.put("shareDrops", over("toPercent", drop.toPercent(), drop.windows()));
        } else if (test instanceof AlertRule.InARow row) {
            out.put("inARow", Value.number(row.hits()));
        } else if (test instanceof AlertRule.AmountBelow below) {
            out.put("amountBelow", Out.decimal(below.amount()));
        } else if (test instanceof AlertRule.AmountReaches most) {
            out.put("amountReaches", Out.decimal(most.amount()));
        } else {
            out.put(bare(test), Value.bool(true));
        }
        return out.done();
    }

    private static Obj over(String what, BigDecimal number, int windows) {
        return new Out()
                .put(what, Out.decimal(number))
                .put("windows", Value.number(windows))
                .done();
    }

    private static String bare(Test test) {
        return test instanceof AlertRule.NeverSeen
                ? "neverSeen"
                : test instanceof AlertRule.Pending ? "pending" : "silence";
    }
}
