package dev.sluice.internal;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.Window;
import dev.sluice.store.Changes;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.View;
import dev.sluice.types.At;
import dev.sluice.types.Moment;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Refuses leads that agree with an accepted lead of the window in all compared fields. Fields are compared by their
 * normal form without regard to case; a lead that leaves one of them blank is never a duplicate.
 */
final class Duplicates implements Gate {
    private static final Shape FACTS = Shape.of("duplicate_of", "first_seen");

    private final String account;
    private final String list;
    private final List<FieldPlan> fields;
    private final Window window;
    private final @Nullable ReasonText reason;
    private final Tokens tokens;

    Duplicates(Place place, List<FieldPlan> fields, Window window, @Nullable ReasonText reason) {
        this.account = place.account();
        this.list = place.list();
        this.tokens = place.tokens();
        this.fields = List.copyOf(fields);
        this.window = window;
        this.reason = reason;
    }

    /** Where accepted leads are remembered. */
    record Place(String account, String list, Tokens tokens) {}

    /** Asks whether the lead is the first of its kind; a lead that leaves a compared field blank is. */
    @Override
    public @Nullable Verdict refusal(Hearing hearing) {
        Obj lead = hearing.scope().section(Section.LEAD);
        StringBuilder compared = new StringBuilder(64);
        for (FieldPlan field : fields) {
            Value value = lead.at(field.place());
            if (value.isBlank()) {
                return null;
            }
            Joined.append(compared, value.text());
        }
        hearing.ask(new Claim(hearing, new EntryKey(account, list, tokens.of(compared.toString()))));
        return null;
    }

    /** The lead's claim to be the first of its kind. */
    private final class Claim implements Question {
        private final String leadId;
        private final Scope scope;
        private final At at;
        private final EntryKey key;

        Claim(Hearing hearing, EntryKey key) {
            this.leadId = hearing.run().leadId();
            this.scope = hearing.scope();
            this.at = hearing.at();
            this.key = key;
        }

        @Override
        public List<EntryKey> entries() {
            return List.of(key);
        }

        @Override
        public void take(Changes changes) {
            changes.put(new Entry(key, leadId, at.instant(), window.after(at.instant(), at.zone())));
        }

        @Override
        public @Nullable Verdict refusal(View view) {
            Entry first = view.entry(key).orElse(null);
            if (first == null || !window.after(first.at(), at.zone()).isAfter(at.instant())) {
                return null;
            }
            Obj facts = Obj.of(FACTS, new Text(first.leadId()), Moment.of(first.at()));
            return Verdict.refuse(Outcome.FAILURE, text(first), facts);
        }

        private String text(Entry first) {
            ZoneId zone = at.zone();
            return reason == null
                    ? "Duplicate: Previously submitted " + Moment.of(first.at()).dayIn(zone)
                    : reason.render(scope, at);
        }
    }

    /** Several values as one text in which no two different lists look alike. */
    private static final class Joined {
        private Joined() {}

        static void append(StringBuilder out, String value) {
            out.append(value.length()).append(':').append(value.toLowerCase(Locale.ROOT));
        }
    }
}
