package dev.sluice.cli.leads;

import dev.sluice.types.Lead;
import dev.sluice.types.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a row becomes a lead: {@code source}, {@code source_key} and {@code submitted_at} say where and when it came from, all
 * else is its data.
 *
 * @param source of rows that name none
 * @param recorded whether the recorded moment counts; else every lead is submitted now
 */
public record LeadForm(Optional<String> source, boolean recorded) {
    private static final String SOURCE = "source";
    private static final String SOURCE_KEY = "source_key";
    private static final String SUBMITTED_AT = "submitted_at";

    /** The lead of {@code row}, which is emptied of what is not data. */
    Lead lead(Map<String, Value> row) {
        Lead lead = proven(Lead.from(source(row.remove(SOURCE))), row.remove(SOURCE_KEY));
        Value moment = row.remove(SUBMITTED_AT);
        Lead when = recorded && moment != null && !moment.isBlank() ? lead.submittedAt(instant(moment)) : lead;
        return when.with(row);
    }

    private static Lead proven(Lead lead, @Nullable Value key) {
        return key == null || key.isBlank() ? lead : lead.credential(key.text());
    }

    private String source(@Nullable Value named) {
        if (named != null && !named.isBlank()) {
            return named.text();
        }
        return source.orElseThrow(() -> new UnreadableLeadException("it names no source; add one, or say --source ID"));
    }

    private static Instant instant(Value moment) {
        try {
            return OffsetDateTime.parse(moment.text()).toInstant();
        } catch (DateTimeException unreadable) {
            throw new UnreadableLeadException(
                    "submitted_at is no instant; write it as 2026-10-01T04:00:25.000Z, or say --now");
        }
    }
}
