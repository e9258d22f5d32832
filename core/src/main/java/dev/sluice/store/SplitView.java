package dev.sluice.store;

import java.util.Optional;

/** The state of one store, the heads of another's streams. */
record SplitView(View state, SplitStreams streams) implements View {
    @Override
    public Counter counter(CounterKey key) {
        return state.counter(key);
    }

    @Override
    public Optional<Entry> entry(EntryKey key) {
        return state.entry(key);
    }

    @Override
    public Optional<Doc> doc(DocKey key) {
        return state.doc(key);
    }

    @Override
    public Hold hold(Holder holder) {
        return state.hold(holder);
    }

    @Override
    public StreamHead head(StreamId stream) {
        return streams.head(stream);
    }
}
