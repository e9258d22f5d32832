package dev.sluice.internal.gate;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.DuplicateCheck.RecordAt;
import dev.sluice.flow.Window;
import dev.sluice.internal.Gate;
import dev.sluice.internal.GateNews;
import dev.sluice.internal.Hearing;
import dev.sluice.internal.Question;
import dev.sluice.internal.digest.Tokens;
import dev.sluice.internal.lists.ListText;
import dev.sluice.internal.mapping.FieldPlan;
import dev.sluice.internal.mapping.ReasonText;
import dev.sluice.internal.record.Verdict;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses leads that agree with an earlier lead of the window in all compared fields, and in the key where there is one.
 * Values are compared by their normal form without regard to case; a lead that leaves one of them blank is never a
 * duplicate.
 */
public final class Duplicates implements Gate {
    private static final Shape FACTS = Shape.of("duplicate_of", "first_seen");

    private final Place place;
    private final List<FieldPlan> fields;
    private final @Nullable ListText composed;
    private final Window window;
    private final RecordAt recordAt;
    private final @Nullable ReasonText reason;

    public Duplicates(
            Place place,
            List<FieldPlan> fields,
            @Nullable ListText composed,
            DuplicateCheck check,
            @Nullable ReasonText reason) {
        this.place = place;
        this.fields = List.copyOf(fields);
        this.composed = composed;
        this.window = check.window();
        this.recordAt = check.recordAt();
        this.reason = reason;
    }

    /** Where leads are remembered. */
    public record Place(String account, String list, Tokens tokens) {
        EntryKey key(CharSequence compared) {
            return new EntryKey(account, list, tokens.of(compared));
        }
    }

    /** Asks whether the lead is the first of its kind; a lead that leaves a compared value blank is. */
    @Override
    public @Nullable Verdict refusal(Hearing hearing) {
        ask(hearing, false);
        return null;
    }

    /** @param missed whether the lead is refused already, and only its coming counts */
    private void ask(Hearing hearing, boolean missed) {
        CharSequence compared = compared(hearing);
        if (compared != null) {
            hearing.ask(new Claim(hearing, place.key(compared), missed));
        }
    }

    /** A lead that an earlier gate has refused has come all the same. */
    @Override
    public void missed(Hearing hearing) {
        if (recordAt == RecordAt.SUBMISSION) {
            ask(hearing, true);
        }
    }

    /** Null when the lead leaves one of the values blank. */
    private @Nullable CharSequence compared(Hearing hearing) {
        Obj lead = hearing.scope().section(Section.LEAD);
        StringBuilder compared = new StringBuilder(48);
        for (FieldPlan field : fields) {
            Value value = lead.at(field.place());
            String text = value.isBlank() ? "" : value.text();
            if (text.isBlank()) {
                return null;
            }
            Joined.append(compared, text);
        }
        if (composed != null) {
            Optional<String> key = composed.of(hearing.scope(), hearing.at());
            if (key.isEmpty()) {
                return null;
            }
            Joined.append(compared, key.get());
        }
        return compared;
    }

    /** The lead's claim to be the first of its kind. */
    private final class Claim implements Question {
        private final String leadId;
        private final Scope scope;
        private final At at;
        private final EntryKey key;
        private final boolean missed;

        /** @param missed whether the lead is refused already, and only its coming counts */
        Claim(Hearing hearing, EntryKey key, boolean missed) {
            this.leadId = hearing.run().leadId();
            this.scope = hearing.scope();
            this.at = hearing.at();
            this.key = key;
            this.missed = missed;
        }

        @Override
        public List<EntryKey> entries() {
            return List.of(key);
        }

        @Override
        public void take(Changes changes) {
            changes.put(new Entry(key, leadId, at.instant(), window.after(at.instant(), at.zone())));
        }

        /** The first one of a window stays the one that is remembered. */
        @Override
        public void passedOver(GateNews news) {
            if (recordAt == RecordAt.SUBMISSION && earlier(news.view()) == null) {
                take(news.changes());
            }
        }

        /** What the lead itself claimed before a crash, with a log that did not hear of it, is no earlier lead's. */
        private @Nullable Entry earlier(View view) {
            Entry entry = view.entry(key).orElse(null);
            boolean counts = entry != null
                    && !entry.leadId().equals(leadId)
                    && window.after(entry.at(), at.zone()).isAfter(at.instant());
            return counts ? entry : null;
        }

        @Override
        public @Nullable Verdict refusal(View view) {
            Entry first = missed ? null : earlier(view);
            return first == null ? null : duplicate(first);
        }

        private Verdict duplicate(Entry first) {
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
