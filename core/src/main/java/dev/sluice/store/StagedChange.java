package dev.sluice.store;

import dev.sluice.store.MemoryStore.State;
import java.time.Instant;

/** One change of a write, which is made in memory once the write has been decided. */
interface StagedChange {
    void make(State state);

    record Reserve(Holder holder, CounterKey counter, long amount) implements StagedChange {
        @Override
        public void make(State state) {
            state.counters.put(counter, state.counter(counter).reserve(amount));
            state.holds.put(holder, state.hold(holder).plus(counter, amount));
        }
    }

    record Commit(Holder holder) implements StagedChange {
        @Override
        public void make(State state) {
            for (Hold.Item item : state.settled(holder)) {
                Counter count = state.counter(item.counter());
                state.counters.put(item.counter(), count.commit(item.amount()));
            }
        }
    }

    record Release(Holder holder) implements StagedChange {
        @Override
        public void make(State state) {
            for (Hold.Item item : state.settled(holder)) {
                Counter count = state.counter(item.counter());
                state.counters.put(item.counter(), count.release(item.amount()));
            }
        }
    }

    record Add(CounterKey counter, long amount) implements StagedChange {
        @Override
        public void make(State state) {
            state.counters.put(counter, state.counter(counter).add(amount));
        }
    }

    record PutEntry(Entry entry) implements StagedChange {
        @Override
        public void make(State state) {
            state.entries.put(entry.key(), entry);
        }
    }

    record RemoveEntry(EntryKey entry) implements StagedChange {
        @Override
        public void make(State state) {
            state.entries.remove(entry);
        }
    }

    record PutDoc(Doc doc) implements StagedChange {
        @Override
        public void make(State state) {
            state.docs.put(doc.key(), doc);
        }
    }

    record Schedule(WorkItem work) implements StagedChange {
        @Override
        public void make(State state) {
            state.work.put(work.id(), new State.Planned(work, Instant.MIN));
        }
    }

    record Done(WorkId work) implements StagedChange {
        @Override
        public void make(State state) {
            state.work.remove(work);
        }
    }

    record Own(Ownership ownership) implements StagedChange {
        @Override
        public void make(State state) {
            state.leads.put(ownership);
        }
    }

    record Close(Ownership last) implements StagedChange {
        @Override
        public void make(State state) {
            state.leads.close(last);
        }
    }

    record Keep(Sealed copy) implements StagedChange {
        @Override
        public void make(State state) {
            state.vault.put(copy.lead(), copy);
        }
    }

    record Discard(StreamId lead) implements StagedChange {
        @Override
        public void make(State state) {
            state.vault.remove(lead);
        }
    }
}
