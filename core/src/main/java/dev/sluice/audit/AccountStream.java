package dev.sluice.audit;

import dev.sluice.Sluice;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Changes;
import dev.sluice.store.DocKey;
import dev.sluice.store.Reads;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.types.Obj;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The stream in which an account's own doings are told: erasures, purges, looks at personal values. */
final class AccountStream {
    static final String PREFIX = "acct_";

    private final Sluice sluice;

    AccountStream(Sluice sluice) {
        this.sluice = sluice;
    }

    static StreamId of(String account) {
        return new StreamId(account, PREFIX + account);
    }

    /** Tells of something that was done, in one write with what belongs to it; durable on return. */
    void tell(EventType type, @Nullable String reason, Obj facts, List<DocKey> docs, BiConsumer<View, Changes> more) {
        StreamId stream = of(sluice.account());
        sluice.store()
                .write(new Write<Boolean>() {
                    @Override
                    public Reads reads() {
                        return new Reads(List.of(), List.of(), docs, List.of(), List.of(stream));
                    }

                    @Override
                    public Boolean decide(View view, Changes changes) {
                        long seq = view.head(stream).seq() + 1;
                        changes.append(
                                stream,
                                List.of(Event.of(
                                                stream, seq, type, sluice.time().instant())
                                        .reason(reason)
                                        .facts(facts)
                                        .build()));
                        more.accept(view, changes);
                        return true;
                    }
                })
                .durable();
    }

    void tell(EventType type, Obj facts) {
        tell(type, null, facts, List.of(), (view, changes) -> {});
    }

    /** Changes something without telling; durable on return. */
    void change(BiConsumer<View, Changes> all) {
        sluice.store()
                .write(new Write<Boolean>() {
                    @Override
                    public Reads reads() {
                        return Reads.NONE;
                    }

                    @Override
                    public Boolean decide(View view, Changes changes) {
                        all.accept(view, changes);
                        return true;
                    }
                })
                .durable();
    }
}
