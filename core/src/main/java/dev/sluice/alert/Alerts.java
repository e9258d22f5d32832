package dev.sluice.alert;

import static java.util.Objects.requireNonNull;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.event.Event;
import dev.sluice.event.Recipients;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Changes;
import dev.sluice.store.Cursor;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Events;
import dev.sluice.store.KeptDoc;
import dev.sluice.store.Page;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.View;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.Write;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules over the events of an account, from a place in the log that is kept in the store together with what the rules
 * remember. The same events give the same alerts, whenever they are read. Immutable and safe on any thread; let one process
 * at a time run it, as {@link #every} does.
 */
public final class Alerts {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.alert");
    private static final String KIND = "alert";
    private static final int PAGE = 1_000;

    private final Store store;
    private final String account;
    private final Time time;
    private final String name;
    private final List<AlertRule> rules;
    private final List<AlertAction> actions;

    private Alerts(
            Store store, String account, Time time, String name, List<AlertRule> rules, List<AlertAction> actions) {
        this.store = store;
        this.account = account;
        this.time = time;
        this.name = name;
        this.rules = List.copyOf(rules);
        this.actions = List.copyOf(actions);
    }

    /**
     * Rules over what an instance records.
     *
     * @param name what the place in the log is kept under
     */
    public static Alerts over(Sluice sluice, String name, List<AlertRule> rules) {
        return new Alerts(
                sluice.store(), sluice.account(), sluice.time(), requireNonNull(name, "name"), rules, List.of());
    }

    /** These rules with one more action. */
    public Alerts then(AlertAction action) {
        List<AlertAction> more = new ArrayList<>(actions);
        more.add(requireNonNull(action, "action"));
        return new Alerts(store, account, time, name, rules, more);
    }

    /** What the rules find in a whole log, up to {@code now}; nothing is kept, and no action called. */
    public static void replay(
            Events events, String account, List<AlertRule> rules, Instant now, Consumer<Alert> alerts) {
        Recipients recipients = new Recipients();
        List<Watch> watches =
                rules.stream().map(rule -> new Watch(rule, recipients)).toList();
        Page<Event> page = events.after(Cursor.START, PAGE);
        while (!page.events().isEmpty()) {
            page.events().forEach(event -> take(event, account, recipients, watches, alerts));
            page = events.after(page.next(), PAGE);
        }
        watches.forEach(watch -> watch.passed(now, alerts));
    }

    private static void take(
            Event event, String account, Recipients recipients, List<Watch> watches, Consumer<Alert> alerts) {
        if (event.stream().account().equals(account)) {
            recipients.see(event);
            watches.forEach(watch -> watch.take(event, alerts));
        }
    }

    /** Runs whenever it is due, in one process at a time: registers itself with {@code sluice}, whose {@code runDue} does it. */
    public void every(Duration pause, Sluice sluice) {
        sluice.dueWork(KIND, item -> {
            run();
            plan(item.id(), pause);
        });
        plan(new WorkId(account, KIND + ":" + name), pause);
    }

    private void plan(WorkId id, Duration pause) {
        WorkItem next = new WorkItem(id, KIND, time.instant().plus(pause), 0, name);
        store.write(new Plan(next)).durable();
    }

    /**
     * Reads on where it stopped, and calls the actions for what it finds. After a crash the alerts of the last page may come
     * again.
     *
     * @return what was found
     */
    public List<Alert> run() {
        KeptDoc doc = new KeptDoc(store, new DocKey(account, KIND, name));
        Optional<Doc> kept = doc.read();
        Value state = kept.map(known -> ValueJson.read(known.body())).orElse(Obj.EMPTY);
        Recipients recipients = Recipients.read(state.part("senders"));
        List<Watch> watches = watches(state.part("rules"), recipients);
        Cursor place = state.part("place") instanceof Text text ? new Cursor(text.value()) : Cursor.START;
        List<Alert> found = new ArrayList<>();
        Page<Event> page = store.events().after(place, PAGE);
        while (!page.events().isEmpty()) {
            page.events().forEach(event -> take(event, account, recipients, watches, found::add));
            place = page.next();
            page = store.events().after(place, PAGE);
        }
        watches.forEach(watch -> watch.passed(time.instant(), found::add));
        found.forEach(this::raise);
        doc.replace(kept, written(place, recipients, watches));
        return found;
    }

    private List<Watch> watches(Value written, Recipients recipients) {
        return rules.stream()
                .map(rule -> {
                    Watch watch = new Watch(rule, recipients);
                    watch.read(written.part(rule.id()));
                    return watch;
                })
                .toList();
    }

    private void raise(Alert alert) {
        for (AlertAction action : actions) {
            try {
                action.raise(alert);
            } catch (RuntimeException broken) {
                LOG.warn(
                        "an action on {} failed: {}",
                        alert.rule(),
                        broken.getClass().getName());
            }
        }
    }

    private String written(Cursor place, Recipients recipients, List<Watch> watches) {
        Obj tracks = Obj.EMPTY;
        for (int i = 0; i < rules.size(); i++) {
            tracks = tracks.with(rules.get(i).id(), watches.get(i).written());
        }
        return ValueJson.write(Obj.EMPTY
                .with("place", new Text(place.text()))
                .with("senders", recipients.written())
                .with("rules", tracks));
    }

    /** Plans the next time. */
    private record Plan(WorkItem next) implements Write<Boolean> {
        @Override
        public Reads reads() {
            return Reads.NONE;
        }

        @Override
        public Boolean decide(View view, Changes changes) {
            changes.schedule(next);
            return Boolean.TRUE;
        }
    }
}
