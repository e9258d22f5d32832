package dev.sluice.micrometer;

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
import dev.sluice.store.KeptDoc;
import dev.sluice.store.Page;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.Write;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counters and timers in a registry of the host, fed from the events of an account as they are recorded; the table of them
 * is in the module's README. Test leads do not count. Each event counts once: its page is taken in the store before it is
 * counted, so that of many processes with one name the sum of all registries is what happened. What a process had taken
 * when it ended goes with its registry.
 *
 * <p>Tags are ids of flows, sources, recipients and steps, and words of closed lists; never what a lead or a buyer said. A tag
 * with more than {@value TagValues#MOST} values gets {@value TagValues#OTHER} for those that come later. Safe on any thread.
 */
public final class FlowMeters {
    private static final String KIND = "meters";
    private static final int PAGE = 1_000;

    private final Sluice sluice;
    private final String name;
    private final KeptDoc kept;
    private final EventMeters meters;
    private final ReentrantLock reading = new ReentrantLock();

    private FlowMeters(Sluice sluice, String name, MeterRegistry registry) {
        this.sluice = sluice;
        this.name = name;
        this.kept = new KeptDoc(sluice.store(), new DocKey(sluice.account(), KIND, name));
        this.meters = new EventMeters(registry);
    }

    /**
     * Meters of what an instance records, and others that share its store. The first time they begin where the log begins.
     *
     * @param name what the place in the log is kept under
     */
    public static FlowMeters over(Sluice sluice, String name, MeterRegistry registry) {
        return new FlowMeters(
                requireNonNull(sluice, "sluice"), requireNonNull(name, "name"), requireNonNull(registry, "registry"));
    }

    /** Does {@link #refresh} whenever it is due, in one process at a time: the instance's {@code runDue} does it. */
    public void every(Duration pause) {
        sluice.dueWork(KIND, item -> {
            refresh();
            plan(item.id(), pause);
        });
        plan(new WorkId(sluice.account(), KIND + ":" + name), pause);
    }

    private void plan(WorkId id, Duration pause) {
        Time time = sluice.time();
        sluice.store()
                .write(new Plan(new WorkItem(id, KIND, time.instant().plus(pause), 0, name)))
                .durable();
    }

    private record Plan(WorkItem next) implements Write<Boolean> {
        @Override
        public Reads reads() {
            return Reads.NONE;
        }

        @Override
        public Boolean decide(View view, Changes changes) {
            changes.schedule(next);
            return true;
        }
    }

    /**
     * Counts what was recorded since the last time and not taken by another process.
     *
     * @return how many events these were
     */
    public long refresh() {
        reading.lock();
        try {
            long counted = 0;
            Page<Event> page = take();
            while (!page.events().isEmpty()) {
                counted += page.events().size();
                page.events().stream()
                        .filter(event -> event.stream().account().equals(sluice.account()))
                        .forEach(meters::take);
                page = take();
            }
            return counted;
        } finally {
            reading.unlock();
        }
    }

    /** The next page, which nobody else gets; empty at the end of the log. */
    private Page<Event> take() {
        while (true) {
            Optional<Doc> known = kept.read();
            Value state = known.map(doc -> ValueJson.read(doc.body())).orElse(Obj.EMPTY);
            Cursor place = state.part("place") instanceof Text text ? new Cursor(text.value()) : Cursor.START;
            Page<Event> page = sluice.events().after(place, PAGE);
            Recipients recipients = Recipients.read(state.part("senders"));
            page.events().forEach(recipients::see);
            if (page.events().isEmpty() || kept.replace(known, written(page.next(), recipients))) {
                meters.recipients(recipients);
                return page;
            }
        }
    }

    private static String written(Cursor place, Recipients recipients) {
        return ValueJson.write(Obj.EMPTY.with("place", new Text(place.text())).with("senders", recipients.written()));
    }
}
