package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.store.Reads;
import dev.sluice.store.StreamId;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lead takes in the database: 40 fields that become 51 over eight events, as differences and as whole snapshots. */
class BytesTest {
    private static final Instant AT = Instant.parse("2026-03-15T14:30:00Z");
    private static final String ROW = "length(account) + length(stream) + length(type) + coalesce(length(step), 0)"
            + " + length(flow) + length(source) + length(coalesce(clear, '')) + length(coalesce(detail, '')) + length(hash)";

    @TempDir
    Path folder;

    @Test
    void a_lead_of_eight_events_takes_at_most_a_quarter_of_eight_whole_snapshots() {
        String url = "jdbc:sqlite:" + folder.resolve("leads.db");
        try (JdbcStore store = JdbcStore.open(url)) {
            write(store, "lead_differences", true);
            write(store, "lead_whole", false);
        }

        assertThat(bytes(url, "lead_differences") * 4).isLessThanOrEqualTo(bytes(url, "lead_whole"));
    }

    private static void write(JdbcStore store, String lead, boolean asDifferences) {
        StreamId stream = new StreamId("default", lead);
        List<Scope> scopes = scopes();
        for (int i = 0; i < 8; i++) {
            Scope before = i == 0 || !asDifferences ? null : scopes.get(i - 1);
            Event event = Event.of(stream, i + 1, EventType.FILTER_PASSED, AT)
                    .context(new Event.Context("solar", 1, "0123456789abcdef", "web", false, "sluice 0.1"))
                    .step("step_" + i)
                    .snapshot(scopes.get(i), before)
                    .build();
            store.write(Leads.write(Reads.NONE, (view, changes) -> {
                        changes.append(stream, List.of(event));
                        return true;
                    }))
                    .durable();
        }
    }

    /** 40 fields at first, three of them typed, then one or two more with each event. */
    private static List<Scope> scopes() {
        Obj lead = Obj.EMPTY;
        for (int i = 0; i < 37; i++) {
            lead = lead.with("field_" + i, new Text("a value of field " + i));
        }
        for (String email : List.of("email", "email_2", "email_3")) {
            Text text = new Text("john.doe@example.com");
            lead = lead.with(email, Typed.valid(FieldTypes.EMAIL, text, text, text, Value.missing()));
        }
        List<Scope> scopes = new ArrayList<>();
        Scope scope = Scope.EMPTY.with(Section.LEAD, lead);
        for (int i = 0; i < 8; i++) {
            scopes.add(scope);
            Obj more = scope.section(Section.APPENDED).with("intel_" + i, new Text("answer " + i));
            scope = scope.with(Section.APPENDED, i % 2 == 0 ? more : more.with("score_" + i, new Text("0." + i)));
        }
        return scopes;
    }

    private static long bytes(String url, String lead) {
        try (Session session = Session.reader(() -> DriverManager.getConnection(url))) {
            return session.first("select sum(" + ROW + ") from event where stream = ?", row -> row.getLong(1), lead)
                    .orElseThrow();
        }
    }
}
