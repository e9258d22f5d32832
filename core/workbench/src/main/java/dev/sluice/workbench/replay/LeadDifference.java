package dev.sluice.workbench.replay;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What became of one lead, and what would have.
 *
 * @param leadId the recorded lead's
 * @param then what was recorded
 * @param now what the other flow does
 * @param divergence where the two part first; empty when only sums differ, or nothing does
 * @param unknown recipients and look-ups of the other flow whose answers nobody knows, because they were not asked then
 */
public record LeadDifference(
        String leadId, Course then, Course now, Optional<Divergence> divergence, List<String> unknown) {
    public LeadDifference {
        unknown = List.copyOf(unknown);
    }

    static LeadDifference of(String leadId, Course then, Course now, List<String> unknown) {
        return new LeadDifference(leadId, then, now, Divergence.between(then, now), unknown);
    }

    /** Whether anything differs that somebody would notice: an outcome, a reason, a step's end, money. */
    public boolean isDifferent() {
        return !then.isLike(now);
    }

    /** What the other flow leaves more; below 0 for less. */
    public BigDecimal margin() {
        return now.margin().subtract(then.margin());
    }

    /** As JSON. */
    public Obj toValue() {
        Obj value = Obj.EMPTY
                .with("lead_id", Value.text(leadId))
                .with("then", side(then))
                .with("now", side(now))
                .with("margin", Value.number(margin()));
        Obj parted = divergence
                .map(at -> value.with(
                        "first_difference",
                        Obj.EMPTY
                                .with("step", Value.text(at.step()))
                                .with("then", Value.text(at.then()))
                                .with("now", Value.text(at.now()))))
                .orElse(value);
        return unknown.isEmpty()
                ? parted
                : parted.with(
                        "response_unknown",
                        Value.list(unknown.stream().map(Value::text).toList()));
    }

    private static Obj side(Course course) {
        return Obj.EMPTY
                .with("outcome", Value.text(course.outcome().text()))
                .with("reason", course.reason() == null ? Value.missing() : Value.text(course.reason()))
                .with("cost", Value.number(course.cost()))
                .with("revenue", Value.number(course.revenue()))
                .with(
                        "recipients",
                        Value.list(course.deliveries().stream()
                                .map(end -> Value.text(end.step()))
                                .toList()));
    }
}
