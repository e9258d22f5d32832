package dev.sluice.export;

import dev.sluice.Sluice;
import dev.sluice.delivery.FileName;
import dev.sluice.delivery.FilePattern;
import dev.sluice.delivery.FileTokens;
import dev.sluice.event.Role;
import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.KeptDoc;
import dev.sluice.store.Reads;
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

/**
 * Plans as the store keeps them. An export is asked for in the same write that moves its plan on, so that of several
 * processes one asks, and a crash neither loses an export nor asks twice. Safe on any thread.
 */
final class Plans {
    static final String KIND = "export_plan";

    /** An event may be written a little after its moment: files are made when those of their time are there. */
    static final Duration LATE = Duration.ofMinutes(1);

    private final Sluice sluice;
    private final Jobs jobs;
    private final Function<String, Role> roles;

    Plans(Sluice sluice, Jobs jobs, Function<String, Role> roles) {
        this.sluice = sluice;
        this.jobs = jobs;
        this.roles = roles;
    }

    Optional<PlanState> find(String id) {
        return new KeptDoc(sluice.store(), key(id)).read().map(this::state);
    }

    private PlanState state(Doc doc) {
        return PlanState.read(doc.version(), doc.body(), roles);
    }

    /** Keeps a plan, in place of one of the same id. */
    void keep(ExportPlan plan) {
        Instant now = sluice.time().instant();
        sluice.store()
                .write(new Change(plan.id(), (before, view, changes) -> PlanState.of(plan, before, now)))
                .durable();
    }

    /** Makes no more of what is due in vain, and asks for the export that is. */
    void due(WorkItem item) {
        Optional<PlanState> known = find(item.ref());
        if (known.isEmpty() || known.get().next() == null) {
            sluice.store().write(new Forget(item.id())).durable();
            return;
        }
        PlanState plan = known.get();
        Optional<Job> last = plan.job().isEmpty() ? Optional.empty() : jobs.find(plan.job());
        boolean isBusy = last.filter(job -> !job.state().isFinal()).isPresent();
        boolean hasFailed =
                last.filter(job -> job.state() == ExportState.FAILED).isPresent();
        sluice.store()
                .write(asking(plan, isBusy, hasFailed ? plan.from() : plan.to()))
                .durable();
    }

    private Change asking(PlanState seen, boolean isBusy, @Nullable Instant since) {
        Instant now = sluice.time().instant();
        return new Change(seen.plan().id(), (before, view, changes) -> {
            Instant at = seen.next();
            if (before == null
                    || before.version() != seen.version()
                    || at == null
                    || isBusy
                    || now.isBefore(at.plus(LATE))) {
                return before;
            }
            String id = jobs.ask(request(seen.plan(), since, at), at, view, changes, now);
            return before.asked(at, since, id);
        });
    }

    private static ExportRequest request(ExportPlan plan, @Nullable Instant since, Instant at) {
        String pattern = plan.fileName() == null ? "{batch}_{date}_{time}" : plan.fileName();
        FileTokens tokens =
                FileTokens.of(at.atZone(plan.schedule().zone()), plan.id(), plan.id() + "-" + at.toEpochMilli(), 0);
        String query = plan.request().query();
        boolean isOfNew = plan.range() == ExportPlan.Range.NEW && plan.request().report() == null;
        String start = since == null || !isOfNew ? "" : (query.isEmpty() ? "" : "&") + "start=" + since.plusMillis(1);
        return plan.request()
                .planned(
                        plan.id(),
                        plan.schedule().zone(),
                        FileName.safe(FilePattern.of(pattern).fill(tokens)),
                        query + start);
    }

    private DocKey key(String id) {
        return new DocKey(sluice.account(), KIND, id);
    }

    /** What a plan becomes; null for nothing. */
    private interface Step {
        @Nullable PlanState of(@Nullable PlanState before, View view, Changes changes);
    }

    private final class Change implements Write<Boolean> {
        private final String id;
        private final Step step;

        private Change(String id, Step step) {
            this.id = id;
            this.step = step;
        }

        @Override
        public Reads reads() {
            return new Reads(List.of(), List.of(), List.of(key(id)), List.of(), List.of(jobs.stream()));
        }

        @Override
        public Boolean decide(View view, Changes changes) {
            PlanState before = view.doc(key(id)).map(Plans.this::state).orElse(null);
            PlanState after = step.of(before, view, changes);
            if (after != null && after != before) {
                changes.put(new Doc(key(id), after.version(), after.text()));
            }
            plan(after, after == before, changes);
            return after != before;
        }

        private void plan(@Nullable PlanState state, boolean isSame, Changes changes) {
            WorkId work = new WorkId(sluice.account(), KIND + "_" + id);
            if (state == null || state.next() == null) {
                changes.done(work);
                return;
            }
            Instant due = state.next().plus(LATE);
            Instant again = sluice.time().instant().plus(LATE);
            changes.schedule(new WorkItem(work, KIND, isSame && due.isBefore(again) ? again : due, 0, id));
        }
    }
}
