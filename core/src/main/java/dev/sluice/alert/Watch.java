package dev.sluice.alert;

import dev.sluice.alert.AlertRule.AmountBelow;
import dev.sluice.alert.AlertRule.AmountReaches;
import dev.sluice.alert.AlertRule.AverageAbove;
import dev.sluice.alert.AlertRule.CountReaches;
import dev.sluice.alert.AlertRule.InARow;
import dev.sluice.alert.AlertRule.NeverSeen;
import dev.sluice.alert.AlertRule.Pending;
import dev.sluice.alert.AlertRule.ShareAbove;
import dev.sluice.alert.AlertRule.ShareBelow;
import dev.sluice.alert.AlertRule.ShareDrops;
import dev.sluice.alert.AlertRule.Silence;
import dev.sluice.alert.AlertRule.SpikeAbove;
import dev.sluice.alert.AlertRule.Test;
import dev.sluice.event.Event;
import dev.sluice.event.Recipients;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One rule and what it remembers of each group. Depends on the events and the moments it is given, and nothing else. */
final class Watch {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final AlertRule rule;
    private final Recipients recipients;
    private final Map<String, Track> tracks = new TreeMap<>();

    /** @param recipients who is meant; shared with other watches, and told of every event before they are */
    Watch(AlertRule rule, Recipients recipients) {
        this.rule = rule;
        this.recipients = recipients;
    }

    void take(Event event, Consumer<Alert> alerts) {
        if (!rule.signal().concerns(event) || event.context().test()) {
            return;
        }
        String group = group(event);
        Track track = tracks.computeIfAbsent(group, name -> new Track());
        if (rule.test() instanceof Silence) {
            overdue(track.last(), group, track, event.at(), alerts);
        }
        boolean hit = rule.signal().isHit(event);
        if (rule.test() instanceof Pending) {
            track.pendingSince(hit ? null : event.at());
        }
        track.add(event.at(), hit, rule.signal().millis(event).orElse(0));
        judged(event, track).ifPresent(finding -> tell(finding, group, track, event.at(), event, alerts));
        track.forgetBefore(event.at().minus(rule.window().multipliedBy(1L + windowsBefore())));
    }

    /** What shows only by time going on. */
    void passed(Instant now, Consumer<Alert> alerts) {
        tracks.forEach((group, track) -> {
            if (rule.test() instanceof Silence) {
                overdue(track.last(), group, track, now, alerts);
            }
            if (rule.test() instanceof Pending) {
                overdue(track.pending(), group, track, now, alerts);
            }
        });
    }

    private void overdue(@Nullable Instant since, String group, Track track, Instant now, Consumer<Alert> alerts) {
        if (since != null && since.plus(rule.window()).isBefore(now)) {
            Duration waited = Duration.between(since, now);
            Finding finding = new Finding(
                    Optional.of(BigDecimal.valueOf(waited.toMinutes())),
                    (rule.test() instanceof Silence ? "nothing for " : "not sent for ") + waited.toMinutes()
                            + " minutes");
            tell(finding, group, track, since.plus(rule.window()), null, alerts);
        }
    }

    /** What was measured, and in words. */
    private record Finding(Optional<BigDecimal> value, String text) {}

    private String group(Event event) {
        return switch (rule.group()) {
            case ALL -> "";
            case SOURCE -> event.context().source();
            case RECIPIENT -> recipients.of(event).orElse("");
            case STEP -> batch(event).or(event::step).orElse("");
        };
    }

    /** Rows come from steps of several flows, and files from none. */
    private static Optional<String> batch(Event event) {
        return event.type().family().equals("batch")
                ? Optional.of(event.facts().get("batch").text())
                : Optional.empty();
    }

    private int windowsBefore() {
        if (rule.test() instanceof SpikeAbove spike) {
            return spike.windows();
        }
        return rule.test() instanceof ShareDrops drop ? drop.windows() : 0;
    }

    private Optional<Finding> judged(Event event, Track track) {
        Test test = rule.test();
        if (test instanceof AmountBelow below) {
            return amount(event)
                    .filter(amount -> amount.compareTo(below.amount()) < 0)
                    .map(this::measured);
        }
        if (test instanceof AmountReaches most) {
            return amount(event)
                    .filter(amount -> amount.compareTo(most.amount()) >= 0)
                    .map(this::measured);
        }
        if (test instanceof InARow row) {
            return when(track.inARow() >= row.hits(), BigDecimal.valueOf(track.inARow()));
        }
        if (test instanceof NeverSeen) {
            return unusual(event, track);
        }
        return judged(test, track, event.at());
    }

    private Optional<BigDecimal> amount(Event event) {
        return rule.signal().amount(event);
    }

    private Optional<Finding> unusual(Event event, Track track) {
        String reason = event.reason().orElse("");
        int end = reason.indexOf(':') > 0 ? reason.indexOf(':') : reason.length();
        int bracket = reason.indexOf('(');
        String kind =
                reason.substring(0, bracket > 0 ? Math.min(bracket, end) : end).strip();
        boolean isNew = track.isNew(kind);
        return isNew && track.count() > rule.minimumSample()
                ? Optional.of(new Finding(Optional.empty(), "new reason: " + kind))
                : Optional.empty();
    }

    private Optional<Finding> judged(Test test, Track track, Instant at) {
        Instant begin = at.minus(rule.window());
        Track.Sum now = track.between(begin, at);
        if (now.events() < Math.max(1, rule.minimumSample())) {
            return Optional.empty();
        }
        BigDecimal share = percent(now);
        if (test instanceof ShareBelow below) {
            return when(share.compareTo(below.percent()) < 0, share);
        }
        if (test instanceof ShareAbove above) {
            return when(share.compareTo(above.percent()) > 0, share);
        }
        if (test instanceof AverageAbove slow) {
            return when(now.millis() > slow.millis() * now.events(), BigDecimal.valueOf(now.millis() / now.events()));
        }
        if (test instanceof CountReaches most) {
            return when(now.hits() >= most.hits(), BigDecimal.valueOf(now.hits()));
        }
        Track.Sum before = track.between(begin.minus(rule.window().multipliedBy(windowsBefore())), begin);
        return comparedWith(before, test, now, share);
    }

    /** A time without events to compare with says nothing. */
    private Optional<Finding> comparedWith(Track.Sum before, Test test, Track.Sum now, BigDecimal share) {
        if (before.events() < Math.max(1, rule.minimumSample())) {
            return Optional.empty();
        }
        if (test instanceof SpikeAbove spike) {
            BigDecimal usual = BigDecimal.valueOf(before.hits())
                    .divide(BigDecimal.valueOf(spike.windows()), MathContext.DECIMAL64);
            boolean more = BigDecimal.valueOf(now.hits()).compareTo(usual.multiply(spike.times())) > 0;
            return when(more && now.hits() >= rule.minimumSample(), BigDecimal.valueOf(now.hits()));
        }
        ShareDrops drop = (ShareDrops) test;
        BigDecimal least = percent(before).multiply(drop.toPercent()).divide(HUNDRED, MathContext.DECIMAL64);
        return when(share.compareTo(least) < 0, share);
    }

    private static BigDecimal percent(Track.Sum sum) {
        return BigDecimal.valueOf(100 * sum.hits()).divide(BigDecimal.valueOf(sum.events()), 2, RoundingMode.HALF_UP);
    }

    private Optional<Finding> when(boolean wrong, BigDecimal value) {
        return wrong ? Optional.of(measured(value)) : Optional.empty();
    }

    private Finding measured(BigDecimal value) {
        return new Finding(Optional.of(value), value.toPlainString() + " where " + rule.test() + " is watched for");
    }

    private void tell(
            Finding finding, String group, Track track, Instant at, @Nullable Event event, Consumer<Alert> alerts) {
        Instant told = track.told();
        if (told != null && at.isBefore(told.plus(rule.cooldown())) || at.equals(told) && event == null) {
            return;
        }
        track.toldAt(at);
        String of = group.isEmpty() ? "" : " of " + group;
        alerts.accept(new Alert(
                rule.id(),
                rule.severity(),
                group,
                at,
                finding.value(),
                rule.id() + of + ": " + finding.text(),
                Optional.ofNullable(event).map(Event::id)));
    }

    Obj written() {
        Obj all = Obj.EMPTY;
        for (Map.Entry<String, Track> track : tracks.entrySet()) {
            all = all.with(track.getKey(), track.getValue().written());
        }
        return all;
    }

    void read(Value written) {
        if (written instanceof Obj all) {
            all.members().forEach((group, track) -> tracks.put(group, Track.read(track)));
        }
    }
}
