package dev.sluice.audit;

import dev.sluice.Sluice;
import dev.sluice.audit.Erased.Delivery;
import dev.sluice.audit.Erased.Export;
import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.event.EventType;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.Subjects;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Forgets people on request: the keys of their leads are destroyed, so that nobody can read their values any more, while events,
 * counts and duplicate checks stay as they are. What was begun is finished by {@link Sluice#runDue}, whenever a process ended.
 */
public final class Erasure {
    private static final String KIND = "erase";
    private static final String CLEAN = "clean";
    private static final int AT_ONCE = 500;
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Sluice sluice;
    private final Subjects subjects;
    private final AccountStream account;

    private Erasure(Sluice sluice, Subjects subjects) {
        this.sluice = sluice;
        this.subjects = subjects;
        this.account = new AccountStream(sluice);
    }

    /**
     * Erasure in the store of {@code sluice}, which from now on does what is left of it as due work.
     *
     * @throws IllegalArgumentException if its store keeps everything in memory
     */
    public static Erasure over(Sluice sluice) {
        Store store = sluice.store();
        Subjects subjects = store.subjects()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a store in memory forgets with its process: erasure needs one in a database"));
        Erasure erasure = new Erasure(sluice, subjects);
        sluice.dueWork(KIND, erasure::run);
        return erasure;
    }

    /**
     * Forgets all leads that ever had one of these addresses or numbers, as people write them.
     *
     * @throws IllegalArgumentException if one is no valid e-mail address or telephone number; the message does not repeat it
     * @throws IllegalStateException if the store was opened without keys
     */
    public Erased person(Collection<String> emailsAndPhones) {
        Set<StreamId> leads = new LinkedHashSet<>();
        int number = 0;
        for (String value : emailsAndPhones) {
            number++;
            FieldType type = value.indexOf('@') >= 0 ? FieldTypes.EMAIL : FieldTypes.PHONE;
            Typed typed = type.parse(
                    Value.text(value), Parsing.at(At.utc(sluice.time().instant())));
            if (!typed.valid()) {
                throw new IllegalArgumentException("value " + number + " is no valid " + type.name() + ": "
                        + typed.problem().orElseThrow().text());
            }
            leads.addAll(subjects.having(
                    sluice.account(), type.name(), typed.normal().text()));
        }
        return leads(leads.stream().map(StreamId::id).toList());
    }

    /** Forgets these leads; ids that are unknown are left out. */
    public Erased leads(Collection<String> ids) {
        List<StreamId> leads = ids.stream()
                .distinct()
                .map(id -> new StreamId(sluice.account(), id))
                .toList();
        List<Delivery> deliveries = new ArrayList<>();
        List<StreamId> known = new ArrayList<>();
        Instant first = Instant.MAX;
        for (StreamId lead : leads) {
            List<Event> events = sluice.store().events().stream(lead);
            if (!events.isEmpty()) {
                known.add(lead);
                deliveries.addAll(deliveries(events));
                first = events.get(0).at().isBefore(first) ? events.get(0).at() : first;
            }
        }
        if (known.isEmpty()) {
            return Erased.NOTHING;
        }
        List<Export> exports = exports(first);
        List<WorkItem> items = plan(known);
        boolean pending = false;
        for (WorkItem item : items) {
            pending |= !finish(item);
        }
        return new Erased(known, deliveries, exports, pending);
    }

    private static List<Delivery> deliveries(List<Event> events) {
        return events.stream()
                .filter(event -> event.type().equals(EventType.RECIPIENT_DELIVERED)
                        || event.type().equals(EventType.RECIPIENT_UNKNOWN))
                .map(event -> new Delivery(
                        event.stream(),
                        event.step().or(event::entity).orElse(""),
                        event.at(),
                        event.facts().get("reference").text()))
                .toList();
    }

    private List<Export> exports(Instant since) {
        List<Export> exports = new ArrayList<>();
        EventQuery query = EventQuery.builder()
                .account(sluice.account())
                .type("export.*")
                .start(since)
                .build();
        sluice.store()
                .events()
                .each(
                        query,
                        event -> exports.add(new Export(event.id(), event.type().text(), event.at())));
        return exports;
    }

    /** First it is written down what is to be destroyed, so that a crash stops nothing. */
    private List<WorkItem> plan(List<StreamId> leads) {
        List<WorkItem> items = new ArrayList<>();
        Instant now = sluice.time().instant();
        for (int from = 0; from < leads.size(); from += AT_ONCE) {
            List<String> some = leads.subList(from, Math.min(from + AT_ONCE, leads.size())).stream()
                    .map(StreamId::id)
                    .toList();
            WorkId id = new WorkId(sluice.account(), KIND + " " + some.get(0) + " " + some.size());
            items.add(new WorkItem(id, KIND, now, 0, String.join("\n", some)));
        }
        account.change((view, changes) -> items.forEach(changes::schedule));
        return items;
    }

    private void run(WorkItem item) {
        finish(item);
    }

    /** Whether nothing is left of it in any file. */
    private boolean finish(WorkItem item) {
        if (item.ref().isEmpty()) {
            return clean(item);
        }
        List<String> leads = item.ref().lines().toList();
        subjects.forget(
                leads.stream().map(id -> new StreamId(sluice.account(), id)).toList());
        boolean clean = subjects.scrub();
        Obj facts = Obj.EMPTY
                .with(
                        Explained.LEADS,
                        Arr.of(leads.stream().<Value>map(Value::text).toList()))
                .with("request", Value.text(item.id().id()))
                .with("files", Value.text(clean ? CLEAN : "pending"));
        account.tell(EventType.LEAD_ERASED, null, facts, List.of(), (view, changes) -> {
            changes.done(item.id());
            if (!clean) {
                changes.schedule(cleaning());
            }
        });
        return clean;
    }

    private WorkItem cleaning() {
        return new WorkItem(
                new WorkId(sluice.account(), KIND + " " + CLEAN),
                KIND,
                sluice.time().instant().plus(AGAIN),
                0,
                "");
    }

    private boolean clean(WorkItem item) {
        boolean clean = subjects.scrub();
        account.change((view, changes) -> {
            if (clean) {
                changes.done(item.id());
            } else {
                changes.schedule(cleaning());
            }
        });
        return clean;
    }

    /** Leads that had this address or number, as people write it: for those who ask what is known of somebody. */
    public List<StreamId> find(String emailOrPhone) {
        FieldType type = emailOrPhone.indexOf('@') >= 0 ? FieldTypes.EMAIL : FieldTypes.PHONE;
        Typed typed = type.parse(
                Value.text(emailOrPhone), Parsing.at(At.utc(sluice.time().instant())));
        return typed.valid()
                ? subjects.having(sluice.account(), type.name(), typed.normal().text())
                : List.of();
    }
}
