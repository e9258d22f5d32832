package dev.sluice.internal.open;

import dev.sluice.DueReport;
import dev.sluice.DueWork;
import dev.sluice.RecoveryReport;
import dev.sluice.Time;
import dev.sluice.store.Store;
import dev.sluice.store.StoreException;
import dev.sluice.store.Wanted;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who does planned work, by kind. Safe on any thread. */
public final class Agenda {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.recovery");
    private static final Duration LEASE = Duration.ofMinutes(DueWork.LEASE_MINUTES);

    private final String account;
    private final Store store;
    private final Time time;
    private final Map<String, DueWork> byKind = new ConcurrentHashMap<>();

    /** @param work who does what from the beginning */
    public Agenda(String account, Store store, Time time, Map<String, DueWork> work) {
        this.account = account;
        this.store = store;
        this.time = time;
        byKind.putAll(work);
    }

    /** From now on {@code work} does what is planned of {@code kind}. */
    public void put(String kind, DueWork work) {
        byKind.put(kind, work);
    }

    /**
     * Does what is due, oldest first. One item is taken at a time: the lease of the next does not run while this one is
     * done.
     *
     * @param leads what was done before
     * @param limit how many items at most
     */
    public DueReport run(RecoveryReport leads, int limit) {
        List<WorkId> done = new ArrayList<>();
        List<WorkId> failed = new ArrayList<>();
        while (done.size() + failed.size() < limit) {
            List<WorkItem> taken = take();
            if (taken.isEmpty()) {
                break;
            }
            taken.forEach(item -> (isDone(item) ? done : failed).add(item.id()));
        }
        return new DueReport(leads, done, failed);
    }

    private List<WorkItem> take() {
        return store.work().take(new Wanted(account, byKind.keySet()), time.instant(), 1, LEASE);
    }

    private boolean isDone(WorkItem item) {
        DueWork work = byKind.get(item.kind());
        if (work == null) {
            return false;
        }
        try {
            work.run(item);
            return true;
        } catch (StoreException unavailable) {
            throw unavailable;
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.warn(
                    "due work {} {} failed with {}; it comes again",
                    item.kind(),
                    item.id().id(),
                    failure.getClass().getName());
            return false;
        }
    }
}
