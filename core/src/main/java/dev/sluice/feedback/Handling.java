package dev.sluice.feedback;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.feedback.FeedbackAnswer.Problem;
import dev.sluice.rules.RuleSet;
import dev.sluice.rules.Rules;
import dev.sluice.templates.Templates;
import dev.sluice.types.At;
import dev.sluice.types.Layout;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One item on its way: whether it is taken, and what it does. For one thread. */
final class Handling {
    private static final int PERCENT = 2;

    private final FeedbackItem item;
    private final List<Event> events;
    private final Event delivered;
    private final Optional<FeedbackTerms> terms;
    private final Instant now;
    private Optional<FeedbackForwarder.Answer> sent = Optional.empty();

    Handling(FeedbackItem item, List<Event> events, Event delivered, Optional<FeedbackTerms> terms, Instant now) {
        this.item = item;
        this.events = events;
        this.delivered = delivered;
        this.terms = terms;
        this.now = now.isBefore(last(events).at()) ? last(events).at() : now;
    }

    private static Event last(List<Event> events) {
        return events.get(events.size() - 1);
    }

    Event last() {
        return last(events);
    }

    Event delivered() {
        return delivered;
    }

    Instant now() {
        return now;
    }

    Optional<FeedbackForwarder.Answer> sent() {
        return sent;
    }

    Optional<FeedbackTerms.Limit> limit() {
        return terms.flatMap(FeedbackTerms::limit);
    }

    String type() {
        return item.type();
    }

    /** Who got the lead: by its entity, else by its step. */
    String recipient() {
        return Address.names(delivered, events).get(0);
    }

    FeedbackForwarder.Forward forward() {
        String key = item.id().orElse(item.eventId() + ":" + item.type());
        return new FeedbackForwarder.Forward(
                delivered.context().source(),
                delivered.leadId(),
                item,
                key,
                delivered.stream().account(),
                scope(),
                delivered.context().test());
    }

    void forwarded(FeedbackForwarder.Answer answer) {
        sent = Optional.of(answer);
    }

    /** Why it is not taken, of what needs no count. */
    Optional<Problem> refused() {
        if (terms.isEmpty()) {
            return Optional.of(Problem.NOT_ACCEPTED);
        }
        FeedbackTerms agreed = terms.get();
        if (item.at().filter(at -> at.isBefore(delivered.at())).isPresent()) {
            return Optional.of(Problem.OUT_OF_ORDER);
        }
        if (agreed.maximumAge()
                .filter(age -> delivered.at().plus(age).isBefore(now))
                .isPresent()) {
            return Optional.of(Problem.TOO_OLD);
        }
        boolean known = agreed.reasons().isEmpty()
                || item.reason().filter(agreed.reasons()::contains).isPresent();
        if (!known) {
            return Optional.of(Problem.REASON);
        }
        if (item.type().equals(FeedbackItem.RETURN) && wasReturned()) {
            return Optional.of(Problem.RETURNED_BEFORE);
        }
        return agreed.ruleSet().filter(rules -> !holds(rules)).map(rules -> Problem.RULES);
    }

    /** The same, with what the source said. */
    Optional<Problem> problem() {
        Optional<Problem> refused = refused();
        boolean byItsSource = sent.filter(
                        answer -> answer.outcome() != Outcome.SUCCESS && answer.outcome() != Outcome.SKIP)
                .isPresent();
        return refused.isEmpty() && byItsSource ? Optional.of(Problem.SOURCE_REFUSED) : refused;
    }

    private boolean wasReturned() {
        return events.stream()
                .anyMatch(event -> event.type().text().equals("feedback.processed")
                        && event.facts().get("recipient_event_id").text().equals(item.eventId())
                        && event.facts().get("feedback").part("type").text().equals(FeedbackItem.RETURN));
    }

    /** Whether the lead, as it ended and with the feedback, meets rules. */
    boolean holds(RuleSet rules) {
        return Rules.with(Layout.builder().build(), Stage.ANY, Templates.standard())
                .compile(rules)
                .decide(scope(), At.utc(now))
                .passed();
    }

    /** The lead as it ended, with the feedback. */
    Scope scope() {
        return last().snapshot().with(Section.FEEDBACK, said());
    }

    private Obj said() {
        return put(put(Obj.EMPTY.with("type", new Text(item.type())), "value", item.value()), "reason", item.reason());
    }

    private static Obj put(Obj obj, String name, Optional<String> text) {
        return text.isEmpty() ? obj : obj.with(name, new Text(text.get()));
    }

    String told(Problem problem) {
        return switch (problem) {
            case NOT_ACCEPTED -> "Feedback of this type is not accepted";
            case OUT_OF_ORDER -> "It is dated before the delivery";
            case TOO_OLD ->
                "Must provide " + item.type() + " within "
                        + terms.flatMap(FeedbackTerms::maximumAge)
                                .map(Handling::words)
                                .orElse("time");
            case REASON -> "The reason is none of those agreed";
            case RULES -> "The lead does not meet the rules for this feedback";
            case LIMIT -> "More feedback of this type than agreed";
            case RETURNED_BEFORE -> "The delivery was returned before";
            case SOURCE_REFUSED ->
                sent.flatMap(FeedbackForwarder.Answer::reason).orElse("The source refused it");
            default -> problem.name();
        };
    }

    private static String words(Duration age) {
        boolean days = age.toDays() > 0 && age.equals(Duration.ofDays(age.toDays()));
        return days ? age.toDays() + " days" : age.toString();
    }

    /** What every event of it tells. */
    Obj facts() {
        long days = Duration.between(delivered.at(), item.at().orElse(now)).toDays();
        Obj told = said();
        if (item.type().equals(FeedbackItem.CONVERSION)) {
            told = told.with("days_to_convert", Num.of(Math.max(0, days)));
        }
        return Obj.EMPTY.with("feedback", told).with("recipient_event_id", new Text(item.eventId()));
    }

    /** What it does to the books, when it is taken. */
    Obj effects() {
        Obj effects = Obj.EMPTY;
        effects = amount(effects, "revenue_credited", credited());
        boolean bySource =
                sent.filter(answer -> answer.outcome() == Outcome.SUCCESS).isPresent();
        if (bySource) {
            effects = amount(
                    effects,
                    "cost_credited",
                    part(cost(), terms.map(FeedbackTerms::costCredit).orElse(null)));
        }
        return amount(effects, "revenue_added", item.revenue().orElse(BigDecimal.ZERO));
    }

    BigDecimal credited() {
        return part(
                delivered.revenue().orElse(BigDecimal.ZERO),
                terms.map(FeedbackTerms::credit).orElse(null));
    }

    private BigDecimal cost() {
        return events.stream()
                .filter(event -> event.type().text().equals("flow.completed"))
                .findFirst()
                .flatMap(Event::cost)
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal part(BigDecimal amount, @Nullable BigDecimal percent) {
        return percent == null
                ? BigDecimal.ZERO
                : amount.multiply(percent).movePointLeft(PERCENT).stripTrailingZeros();
    }

    private static Obj amount(Obj effects, String name, BigDecimal amount) {
        Value number = Num.of(amount);
        return amount.signum() == 0 ? effects : effects.with(name, number);
    }
}
