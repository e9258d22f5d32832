package dev.sluice.event;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Outcome;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Condition;
import dev.sluice.rules.Finding;
import dev.sluice.rules.Rules;
import dev.sluice.rules.Severity;
import dev.sluice.store.Cursor;
import dev.sluice.store.StreamId;
import dev.sluice.templates.Templates;
import dev.sluice.types.At;
import dev.sluice.types.Layout;
import dev.sluice.types.Stage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events somebody asks for: all criteria must hold, and of several types or outcomes one. Immutable; ask a log with
 * {@link dev.sluice.store.Events#find}.
 */
public final class EventQuery {
    /** The most that a page may hold. */
    public static final int MAX_LIMIT = 1_000;

    private static final int LIMIT = 100;
    private static final Layout NOTHING_DECLARED = Layout.builder().build();

    private final Builder criteria;
    private final @Nullable CompiledRules rules;
    private final Cursor after;

    private EventQuery(Builder criteria, @Nullable CompiledRules rules, Cursor after) {
        this.criteria = criteria;
        this.rules = rules;
        this.after = after;
    }

    /** Starts a query for all events of the account {@code default}, oldest first, a hundred a page. */
    public static Builder builder() {
        return new Builder();
    }

    /** In which order events come: that in which the log is read, or the opposite one. */
    public enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    /** The same question, going on at the end of a page. */
    public EventQuery after(Cursor place) {
        return new EventQuery(criteria, rules, requireNonNull(place, "place"));
    }

    /** Where to go on; {@link Cursor#START} for the first page. */
    public Cursor after() {
        return after;
    }

    public String account() {
        return criteria.account;
    }

    public Optional<String> flow() {
        return Optional.ofNullable(criteria.flow);
    }

    public Optional<StreamId> lead() {
        return Optional.ofNullable(criteria.lead).map(id -> new StreamId(criteria.account, id));
    }

    /** Types, one of which an event must have; empty for any. */
    public Set<TypePattern> types() {
        return Collections.unmodifiableSet(criteria.types);
    }

    /** The first moment, which is included. */
    public Optional<Instant> start() {
        return Optional.ofNullable(criteria.start);
    }

    /** The last moment, which is included. */
    public Optional<Instant> end() {
        return Optional.ofNullable(criteria.end);
    }

    /** Outcomes, one of which an event must have; empty for any or none. */
    public Set<Outcome> outcomes() {
        return Collections.unmodifiableSet(criteria.outcomes);
    }

    public Optional<String> entity() {
        return Optional.ofNullable(criteria.entity);
    }

    public Optional<String> step() {
        return Optional.ofNullable(criteria.step);
    }

    public Optional<String> source() {
        return Optional.ofNullable(criteria.source);
    }

    /** What the reason contains, whatever the case of its letters from a to z. */
    public Optional<String> reason() {
        return Optional.ofNullable(criteria.reason);
    }

    /** Whether the lead's data of that moment decide. */
    public boolean hasRules() {
        return rules != null;
    }

    public Order order() {
        return criteria.order;
    }

    /** How many events a page holds at most. */
    public int limit() {
        return criteria.limit;
    }

    /** Whether {@code event} is asked for. Whatever a log did to find it, this decides. */
    public boolean test(Event event) {
        return event.stream().account().equals(criteria.account)
                && isNullOr(criteria.lead, event.stream().id())
                && isNullOr(criteria.flow, event.context().flow())
                && isNullOr(criteria.source, event.context().source())
                && isNullOr(criteria.entity, event.entity().orElse(null))
                && isNullOr(criteria.step, event.step().orElse(null))
                && isInTime(event.at())
                && hasType(event.type().text())
                && hasOutcome(event)
                && hasReason(event)
                && holds(event);
    }

    private static boolean isNullOr(@Nullable String wanted, @Nullable String present) {
        return wanted == null || wanted.equals(present);
    }

    private boolean isInTime(Instant at) {
        return (criteria.start == null || !at.isBefore(criteria.start))
                && (criteria.end == null || !at.isAfter(criteria.end));
    }

    private boolean hasType(String type) {
        return criteria.types.isEmpty() || criteria.types.stream().anyMatch(pattern -> pattern.matches(type));
    }

    private boolean hasOutcome(Event event) {
        return criteria.outcomes.isEmpty()
                || event.outcome().filter(criteria.outcomes::contains).isPresent();
    }

    private boolean hasReason(Event event) {
        String wanted = criteria.reason;
        return wanted == null
                || event.reason()
                        .filter(why -> lower(why).contains(lower(wanted)))
                        .isPresent();
    }

    /** As every database can do it: of other letters, some know the lower case and some do not. */
    private static String lower(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                out.setCharAt(i, (char) (c + 'a' - 'A'));
            }
        }
        return out.toString();
    }

    private boolean holds(Event event) {
        return rules == null
                || rules.decide(event.snapshot(), At.utc(event.at())).passed();
    }

    /** Collects criteria. Not safe for several threads. */
    public static final class Builder {
        /** Longer texts are refused: databases have limits of their own. */
        private static final int MAX_TEXT = 1_000;

        private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
        private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

        private String account = "default";
        private @Nullable String flow;
        private @Nullable String lead;
        private final Set<TypePattern> types = new LinkedHashSet<>();
        private @Nullable Instant start;
        private @Nullable Instant end;
        private final Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        private @Nullable String entity;
        private @Nullable String step;
        private @Nullable String source;
        private @Nullable String reason;
        private @Nullable Condition where;
        private Order order = Order.OLDEST_FIRST;
        private int limit = LIMIT;
        private Cursor after = Cursor.START;

        private Builder() {}

        private Builder(Builder other) {
            account = other.account;
            flow = other.flow;
            lead = other.lead;
            types.addAll(other.types);
            start = other.start;
            end = other.end;
            outcomes.addAll(other.outcomes);
            entity = other.entity;
            step = other.step;
            source = other.source;
            reason = other.reason;
            where = other.where;
            order = other.order;
            limit = other.limit;
        }

        /** Whose events; {@code default} by default. */
        public Builder account(String id) {
            this.account = requireNonNull(id, "id");
            return this;
        }

        public Builder flow(String id) {
            this.flow = requireNonNull(id, "id");
            return this;
        }

        /** Of one lead, ping or other stream. */
        public Builder lead(String id) {
            this.lead = requireNonNull(id, "id");
            return this;
        }

        /** Of this type too: a name, or a pattern such as {@code recipient.*}. */
        public Builder type(String pattern) {
            types.add(new TypePattern(pattern));
            return this;
        }

        /** Of this type too. */
        public Builder type(EventType type) {
            return type(type.text());
        }

        /** Not before this moment, of which whole milliseconds count. */
        public Builder start(Instant first) {
            this.start = requireNonNull(first, "first");
            return this;
        }

        /** Not after this moment, of which whole milliseconds count. */
        public Builder end(Instant last) {
            this.end = requireNonNull(last, "last");
            return this;
        }

        /** With this outcome too. */
        public Builder outcome(Outcome outcome) {
            outcomes.add(requireNonNull(outcome, "outcome"));
            return this;
        }

        /** Of a step's entity, or of a source's where the event has no step. */
        public Builder entity(String id) {
            this.entity = requireNonNull(id, "id");
            return this;
        }

        public Builder step(String id) {
            this.step = requireNonNull(id, "id");
            return this;
        }

        public Builder source(String id) {
            this.source = requireNonNull(id, "id");
            return this;
        }

        /** With a reason that contains {@code text}, whatever the case of its letters from a to z. */
        public Builder reason(String text) {
            this.reason = requireNonNull(text, "text");
            return this;
        }

        /** With data of the lead, at the moment of the event, for which {@code condition} holds. */
        public Builder where(Condition condition) {
            this.where = requireNonNull(condition, "condition");
            return this;
        }

        /** Newest first instead of oldest first. */
        public Builder newestFirst() {
            this.order = Order.NEWEST_FIRST;
            return this;
        }

        /** How many events a page holds at most: 1 to {@value EventQuery#MAX_LIMIT}. */
        public Builder limit(int most) {
            this.limit = most;
            return this;
        }

        /** Going on where a page ended. */
        public Builder after(Cursor place) {
            this.after = requireNonNull(place, "place");
            return this;
        }

        /** @throws InvalidQueryException with everything that is wrong with the criteria */
        public EventQuery build() {
            List<Finding> findings = new ArrayList<>();
            text(findings, "/account_id", account);
            text(findings, "/flow_id", flow);
            text(findings, "/lead_id", lead);
            types.forEach(type -> text(findings, "/type", type.text()));
            text(findings, "/entity_id", entity);
            text(findings, "/step_id", step);
            text(findings, "/source_id", source);
            text(findings, "/reason", reason);
            range(findings);
            if (limit < 1 || limit > MAX_LIMIT) {
                findings.add(Finding.error(
                        "limit_range", "/limit", "a page holds 1 to " + MAX_LIMIT + " events, not " + limit));
            }
            CompiledRules compiled = where == null ? null : compiled(where, findings);
            if (!findings.isEmpty()) {
                throw new InvalidQueryException(findings);
            }
            Builder copy = new Builder(this);
            copy.start = start == null ? null : start.truncatedTo(ChronoUnit.MILLIS);
            copy.end = end == null ? null : end.truncatedTo(ChronoUnit.MILLIS);
            return new EventQuery(copy, compiled, after);
        }

        private static void text(List<Finding> findings, String pointer, @Nullable String text) {
            if (text == null) {
                return;
            }
            if (text.isEmpty()) {
                findings.add(Finding.error("empty_text", pointer, "is empty; leave it out to ask for any"));
            } else if (text.length() > MAX_TEXT) {
                findings.add(Finding.error(
                        "text_length", pointer, "has " + text.length() + " characters; " + MAX_TEXT + " are allowed"));
            } else if (text.chars().anyMatch(c -> c == 0) || hasHalf(text)) {
                findings.add(Finding.error(
                        "text_content", pointer, "holds a NUL or half a character, which no event has there"));
            }
        }

        private static boolean hasHalf(String text) {
            return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        }

        private void range(List<Finding> findings) {
            moment(findings, "/start", start);
            moment(findings, "/end", end);
            if (start != null && end != null && end.isBefore(start)) {
                findings.add(Finding.error("range_order", "/end", "lies before the start; nothing can be in between"));
            }
        }

        private static void moment(List<Finding> findings, String pointer, @Nullable Instant moment) {
            if (moment != null && (moment.isBefore(FIRST) || moment.isAfter(LAST))) {
                findings.add(Finding.error(
                        "moment_range", pointer, "lies outside of what a clock in milliseconds can tell"));
            }
        }

        private static CompiledRules compiled(Condition where, List<Finding> findings) {
            CompiledRules compiled = Rules.with(NOTHING_DECLARED, Stage.ANY, Templates.standard())
                    .compile(where);
            compiled.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .map(finding -> finding.below("/rules"))
                    .forEach(findings::add);
            return compiled;
        }
    }
}
