package dev.sluice.internal.gate;

import dev.sluice.flow.Cap;
import dev.sluice.internal.CapNews;
import dev.sluice.internal.Gate;
import dev.sluice.internal.GateNews;
import dev.sluice.internal.Hearing;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.Question;
import dev.sluice.internal.caps.CapSet;
import dev.sluice.internal.caps.Due;
import dev.sluice.internal.record.Verdict;
import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.store.View;
import dev.sluice.types.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Refuses leads for which there is no room under the caps of the flow and of the source; takes the place of those it lets in. */
public record CapGate(CapSet caps) implements Gate {

    @Override
    public @Nullable Verdict refusal(Hearing hearing) {
        List<Due> due = caps.due(hearing.scope(), hearing.at());
        if (!due.isEmpty()) {
            hearing.ask(new Room(hearing, due));
        }
        return null;
    }

    @Override
    public void missed(Hearing hearing) {
        if (caps.anyCounts(Cap.Counts.SUBMITTED)) {
            hearing.ask(new Arrival(hearing, caps.due(hearing.scope(), hearing.at())));
        }
    }

    /** Whether there is room under all caps that concern the lead. */
    private static final class Room implements Question {
        private final Hearing hearing;
        private final List<Due> due;
        private @Nullable List<Due> taking;

        Room(Hearing hearing, List<Due> due) {
            this.hearing = hearing;
            this.due = due;
        }

        /** The same with what the lead takes of each; what only deliveries take is looked at. */
        private List<Due> taking() {
            List<Due> known = taking;
            if (known == null) {
                known = due.size() == 1 ? List.of(taking(due.get(0))) : allTaking();
                taking = known;
            }
            return known;
        }

        private List<Due> allTaking() {
            List<Due> all = new ArrayList<>(due.size());
            due.forEach(each -> all.add(taking(each)));
            return all;
        }

        private Due taking(Due each) {
            return each.cap().counts() == Cap.Counts.DELIVERED ? each : each.taking(hearing.price());
        }

        @Override
        public List<CounterKey> counters() {
            return CapSet.counters(due);
        }

        @Override
        public @Nullable Verdict refusal(View view) {
            return CapSet.refusal(taking(), view, hearing.scope(), hearing.at());
        }

        @Override
        public Supplier<Obj> facts(View view) {
            return CapSet.facts(taking(), view);
        }

        @Override
        public void take(Changes changes) {
            for (Due each : taking()) {
                each.take(changes, hearing.run().holder());
            }
        }

        @Override
        public void told(GateNews news) {
            if (CapNews.isAnyLast(taking(), news.view())) {
                notes(news).taken(taking());
            }
        }

        @Override
        public void refused(GateNews news) {
            Due full = CapSet.full(taking(), news.view());
            if (full != null) {
                notes(news).refused(full);
            }
            passedOver(news);
        }

        @Override
        public void passedOver(GateNews news) {
            count(due, news);
        }

        @Override
        public void settled(LeadRun run) {
            run.places().accepted(taking());
        }

        private CapNews notes(GateNews news) {
            CapNews.Reader reader = new CapNews.Reader(hearing.run(), hearing.scope(), hearing.at(), null);
            return new CapNews(news.view(), news.changes(), news.draft(), reader);
        }
    }

    /** A lead that never came to this gate, but counts as one that came. */
    private record Arrival(Hearing hearing, List<Due> due) implements Question {

        @Override
        public List<CounterKey> counters() {
            return CapSet.counters(due);
        }

        @Override
        public @Nullable Verdict refusal(View view) {
            return null;
        }

        @Override
        public void take(Changes changes) {
            throw new IllegalStateException("a lead that was refused is not taken");
        }

        @Override
        public void passedOver(GateNews news) {
            count(due, news);
        }
    }

    /** Counts a refused lead under the caps that count every lead that comes, unless they are full. */
    private static void count(List<Due> due, GateNews news) {
        for (Due each : due) {
            if (each.cap().counts() == Cap.Counts.SUBMITTED && !each.isFull(news.view())) {
                news.counting().add(each.span().counter(), 1);
            }
        }
    }
}
