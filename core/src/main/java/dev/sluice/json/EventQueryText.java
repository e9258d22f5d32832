package dev.sluice.json;

import dev.sluice.InvalidFlowException;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventQuery;
import dev.sluice.event.InvalidQueryException;
import dev.sluice.rules.Condition;
import dev.sluice.rules.Finding;
import dev.sluice.rules.Operator;
import dev.sluice.rules.Rule;
import dev.sluice.rules.RuleSet;
import dev.sluice.store.Cursor;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Queries as addresses have them: {@code lead_id=..&type=recipient.*&start=2024-01-15}. Values are percent-encoded where
 * they must be; a name that stands twice asks for either, as does a comma in {@code type} and {@code outcome}. A path such as
 * {@code lead.state=TX} compares the lead's data of that moment, {@code rules=..} takes a rule or rule set in JSON.
 */
public final class EventQueryText {
    private static final int MAX_LENGTH = 65_536;

    private final EventQuery.Builder query = EventQuery.builder();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();

    private EventQueryText() {}

    /**
     * Reads a query.
     *
     * @throws InvalidQueryException with everything that is wrong with it; pointers are the names in the text
     */
    public static EventQuery read(String text) {
        EventQueryText reading = new EventQueryText();
        if (text.length() > MAX_LENGTH) {
            reading.error("query_length", "", "has " + text.length() + " characters; " + MAX_LENGTH + " are allowed");
        } else {
            reading.parameters(text.startsWith("?") ? text.substring(1) : text);
        }
        return reading.built();
    }

    private void parameters(String text) {
        for (String part : text.split("&", -1)) {
            if (!part.isBlank()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                decoded(name, name).ifPresent(to -> parameter(to, equals < 0 ? "" : part.substring(equals + 1)));
            }
        }
    }

    private Optional<String> decoded(String name, String encoded) {
        try {
            return Optional.of(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
            error("query_encoding", name, "has a percent sign that two hexadecimal digits do not follow");
            return Optional.empty();
        }
    }

    private void parameter(String name, String encoded) {
        Optional<String> value = decoded(name, encoded);
        if (value.isPresent()) {
            parameter(name, encoded, value.get());
        }
    }

    private void parameter(String name, String encoded, String value) {
        switch (name) {
            case "account_id", "account" -> query.account(value);
            case "flow_id", "flow" -> query.flow(value);
            case "lead_id", "lead" -> query.lead(value);
            case "type" -> each(value, query::type);
            case "start" -> moment(name, value, false).ifPresent(query::start);
            case "end" -> moment(name, value, true).ifPresent(query::end);
            case "outcome" -> each(value, this::outcome);
            case "entity_id", "entity" -> query.entity(value);
            case "step_id", "step" -> query.step(value);
            case "source_id", "source" -> query.source(value);
            case "reason" -> query.reason(value);
            case "rules" -> rules(value);
            case "sort" -> sort(value);
            case "limit" -> limit(value);
            case "after" -> query.after(new Cursor(value));
            default -> path(name, encoded.isEmpty() ? "" : value);
        }
    }

    private static void each(String list, Consumer<String> sink) {
        for (String word : list.split(",", -1)) {
            sink.accept(word.strip());
        }
    }

    private void outcome(String word) {
        Outcome.named(word)
                .ifPresentOrElse(
                        query::outcome,
                        () -> error("unknown_outcome", "outcome", "is one of success, failure, error, skip, unknown"));
    }

    /** A day alone begins at midnight in UTC, and as the end of a time ends at the next one. */
    private Optional<Instant> moment(String name, String text, boolean isEnd) {
        try {
            if (text.length() > "2024-01-15".length()) {
                return Optional.of(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
            }
            LocalDate day = LocalDate.parse(text);
            return Optional.of(
                    isEnd
                            ? day.plusDays(1)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                                    .minusMillis(1)
                            : day.atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException unreadable) {
            error("moment_syntax", name, "is a day or an instant: 2024-01-15, 2024-01-15T14:30:45.123Z");
            return Optional.empty();
        }
    }

    private void rules(String json) {
        try {
            conditions.add(RuleJson.read(json));
        } catch (InvalidFlowException faults) {
            faults.findings().forEach(finding -> findings.add(finding.below("/rules")));
        } catch (InvalidJsonException fault) {
            error(fault.code(), "rules", fault.fault() + " (column " + fault.column() + ")");
        }
    }

    private void sort(String word) {
        if (word.equals("desc")) {
            query.newestFirst();
        } else if (!word.equals("asc")) {
            error("unknown_order", "sort", "is asc or desc");
        }
    }

    private void limit(String digits) {
        try {
            query.limit(Integer.parseInt(digits));
        } catch (NumberFormatException noNumber) {
            error("limit_range", "limit", "is a number from 1 to " + EventQuery.MAX_LIMIT);
        }
    }

    private void path(String name, String value) {
        int dot = name.indexOf('.');
        if (dot < 0 || Section.of(name.substring(0, dot)).isEmpty()) {
            error(
                    "unknown_criterion",
                    name,
                    "is nothing that can be asked for; paths begin with a section: lead.state");
        } else {
            conditions.add(Rule.of(name, Operator.IS_EQUAL_TO, Value.text(value)));
        }
    }

    private void error(String code, String name, String text) {
        String shown = name.length() > 80 ? name.substring(0, 80) : name;
        findings.add(Finding.error(code, "/" + shown.replace("~", "~0").replace("/", "~1"), text));
    }

    private EventQuery built() {
        if (!conditions.isEmpty()) {
            query.where(conditions.size() == 1 ? conditions.get(0) : RuleSet.and(conditions));
        }
        try {
            EventQuery built = query.build();
            if (findings.isEmpty()) {
                return built;
            }
        } catch (InvalidQueryException more) {
            findings.addAll(more.findings());
        }
        throw new InvalidQueryException(findings);
    }
}
