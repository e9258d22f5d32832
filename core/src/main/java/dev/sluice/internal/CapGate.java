package dev.sluice.internal;

import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.store.View;
import dev.sluice.types.Obj;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses leads for which there is no room under the caps of the flow and of the source; takes the place of those it lets in. */
record CapGate(CapSet caps) implements Gate {

    @Override
    public @Nullable Verdict refusal(Hearing hearing) {
        List<CapSet.Due> due = caps.due(hearing.scope(), hearing.at());
        if (!due.isEmpty()) {
            hearing.ask(new Room(hearing, due));
        }
        return null;
    }

    /** Whether there is room under all caps that concern the lead. */
    private record Room(Hearing hearing, List<CapSet.Due> due) implements Question {

        @Override
        public List<CounterKey> counters() {
            return CapSet.counters(due);
        }

        @Override
        public @Nullable Verdict refusal(View view) {
            return CapSet.refusal(due, view, hearing.scope(), hearing.at());
        }

        @Override
        public Obj facts(View view) {
            return CapSet.facts(due, view);
        }

        @Override
        public void take(Changes changes) {
            due.forEach(each -> changes.reserve(hearing.run().holder(), each.counter(), 1));
        }
    }
}
