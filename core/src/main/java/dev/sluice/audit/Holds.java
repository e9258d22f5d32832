package dev.sluice.audit;

import static java.util.Objects.requireNonNull;

import dev.sluice.Sluice;
import dev.sluice.event.EventType;
import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Optional;

/** Leads that may not be purged: because of a law suit, an audit, a dispute. Placing and releasing is on record. */
public final class Holds {
    private static final String KIND = "legal_hold";

    private final Sluice sluice;
    private final AccountStream account;

    private Holds(Sluice sluice) {
        this.sluice = sluice;
        this.account = new AccountStream(sluice);
    }

    public static Holds over(Sluice sluice) {
        return new Holds(requireNonNull(sluice, "sluice"));
    }

    /**
     * Keeps a lead from being purged until it is released; again replaces the reason.
     *
     * @param by who is answerable, as the host names people
     * @param reason without personal values
     */
    public void place(String leadId, String by, String reason) {
        account.tell(
                EventType.HOLD_PLACED,
                reason,
                facts(leadId, by),
                List.of(),
                (view, changes) -> changes.put(new Doc(key(leadId), 1, reason)));
    }

    /** Lets a lead be purged when its time is over. */
    public void release(String leadId, String by) {
        account.tell(
                EventType.HOLD_RELEASED,
                null,
                facts(leadId, by),
                List.of(),
                (view, changes) -> changes.put(new Doc(key(leadId), 0, "")));
    }

    /** Why a lead is held; empty when it is not. */
    public Optional<String> reason(String leadId) {
        DocKey key = key(leadId);
        return sluice.store()
                .write(new Write<Optional<Doc>>() {
                    @Override
                    public Reads reads() {
                        return new Reads(List.of(), List.of(), List.of(key), List.of(), List.of());
                    }

                    @Override
                    public Optional<Doc> decide(View view, Changes changes) {
                        return view.doc(key);
                    }
                })
                .decided()
                .filter(doc -> doc.version() > 0)
                .map(Doc::body);
    }

    private DocKey key(String leadId) {
        return new DocKey(sluice.account(), KIND, leadId);
    }

    private static Obj facts(String leadId, String by) {
        return Obj.EMPTY.with("lead", Value.text(leadId)).with("by", Value.text(by));
    }
}
