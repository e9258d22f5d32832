package dev.sluice.export;

import dev.sluice.Sluice;
import dev.sluice.event.EventType;
import dev.sluice.event.Role;
import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.KeptDoc;
import dev.sluice.store.Reads;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Exports as the store keeps them. Safe on any thread. */
final class Jobs {
    static final String KIND = "export";

    private final Sluice sluice;
    private final JobText text;

    Jobs(Sluice sluice, Function<String, Role> roles) {
        this.sluice = sluice;
        this.text = new JobText(roles);
    }

    /** Keeps a new export and tells of it; planned when it is to run by itself. */
    Job ask(ExportRequest request, Instant asOf, boolean planned) {
        return sluice.store().write(new Ask(request, asOf, planned)).durable();
    }

    /** The number of its first event makes its id: unique in the account. */
    private final class Ask implements Write<Job> {
        private final ExportRequest request;
        private final Instant asOf;
        private final boolean planned;

        private Ask(ExportRequest request, Instant asOf, boolean planned) {
            this.request = request;
            this.asOf = asOf;
            this.planned = planned;
        }

        @Override
        public Reads reads() {
            return new Reads(List.of(), List.of(), List.of(), List.of(), List.of(stream()));
        }

        @Override
        public Job decide(View view, Changes changes) {
            Job job = asked(request, asOf, view, changes, asOf);
            if (planned) {
                changes.schedule(work(job.id(), asOf));
            }
            return job;
        }
    }

    /** Asks for an export within another write, which has declared {@link #stream}; gives its id. */
    String ask(ExportRequest request, Instant asOf, View view, Changes changes, Instant now) {
        Job job = asked(request, asOf, view, changes, now);
        changes.schedule(work(job.id(), now));
        return job.id();
    }

    private Job asked(ExportRequest request, Instant asOf, View view, Changes changes, Instant now) {
        long seq = view.head(stream()).seq() + 1;
        Job job = Job.asked("exp_" + seq, request, asOf);
        changes.put(new Doc(key(job.id()), job.version(), text.write(job)));
        JobWrite.Told told = Audit.of(EventType.EXPORT_STARTED, job);
        changes.append(stream(), List.of(told.record().event(stream(), seq, told.type(), now)));
        return job;
    }

    Optional<Job> find(String id) {
        return new KeptDoc(sluice.store(), key(id)).read().map(doc -> text.read(id, doc.version(), doc.body()));
    }

    /** Keeps {@code next} unless somebody changed the export meanwhile: then there is nothing to give. */
    Optional<Job> save(Job next, Duration pause, @Nullable EventType told) {
        Instant now = sluice.time().instant();
        JobWrite write = new JobWrite(
                key(next.id()),
                next.version(),
                text.write(next),
                work(next.id(), now.plus(pause)),
                next.state().isFinal(),
                stream(),
                told == null ? null : Audit.of(told, next),
                now);
        boolean kept = sluice.store().write(write).durable();
        return kept ? Optional.of(next.versioned(next.version() + 1)) : Optional.empty();
    }

    private DocKey key(String id) {
        return new DocKey(sluice.account(), KIND, id);
    }

    private WorkItem work(String id, Instant due) {
        return new WorkItem(new WorkId(sluice.account(), KIND + "_" + id), KIND, due, 0, id);
    }

    /** Where exports are told of. */
    StreamId stream() {
        return new StreamId(sluice.account(), "acct_" + sluice.account());
    }
}
