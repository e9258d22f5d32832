package dev.sluice.partner;

import dev.sluice.Time;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import dev.sluice.store.Write;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Accounts and connections in the store: documents, and a stream of events for each connection. All are kept under an
 * account of their own, which no partner is. A change is decided in the write that records it, so of two processes that
 * change one connection at once, the second decides on what the first left.
 */
final class Ledger {
    /** Under which account of the store the network is kept. */
    static final String NETWORK = "partners";
    /** The kind of planned work that ends what time has ended. */
    static final String WORK = "connection";

    /** How much of what somebody named is kept when it was refused. */
    private static final int LONGEST_NAME = 100;

    private final Store store;
    private final Time time;

    Ledger(Store store, Time time) {
        this.store = store;
        this.time = time;
    }

    Instant now() {
        return time.instant();
    }

    static StreamId stream(String connection) {
        return new StreamId(NETWORK, connection);
    }

    private static DocKey bondKey(String id) {
        return new DocKey(NETWORK, "connection", id);
    }

    private static DocKey accountKey(String id) {
        return new DocKey(NETWORK, "account", id);
    }

    private static DocKey diaryKey(String id) {
        return new DocKey(NETWORK, "diary", id);
    }

    Optional<Account> account(String id) {
        return Optional.ofNullable(membership(id).account());
    }

    Membership membership(String id) {
        return write(docs(accountKey(id)), (view, changes) -> membership(view, id));
    }

    private static Membership membership(View view, String id) {
        return view.doc(accountKey(id)).map(doc -> Membership.read(doc.body())).orElse(Membership.NONE);
    }

    /** Opens or changes an account. */
    Answer<Account> account(String id, Function<Membership, Answer<Account>> decide) {
        return write(docs(accountKey(id)), (view, changes) -> {
            Membership before = membership(view, id);
            Answer<Account> answer = decide.apply(before);
            if (answer.refused().isEmpty()) {
                put(view, changes, accountKey(id), before.of(answer.get()).text());
            }
            return answer;
        });
    }

    Optional<Bond> bond(String id) {
        return write(docs(bondKey(id)), (view, changes) -> bond(view, id));
    }

    private static Optional<Bond> bond(View view, String id) {
        return view.doc(bondKey(id)).map(doc -> BondText.read(doc.body()));
    }

    /** All connections of an account and invitations of it, the first first. */
    List<Bond> bonds(String account) {
        List<Bond> all = new ArrayList<>();
        membership(account).connections().forEach(id -> bond(id).ifPresent(all::add));
        return all;
    }

    /** Puts a new connection into the lists of both accounts, as far as they are known. */
    Bond begin(Bond bond, Actor by, EventType type, Obj facts) {
        return write(reads(bond.id(), by.account(), bond.invited()), (view, changes) -> {
            record(view, changes, by, new Move(bond, type, facts));
            enlist(view, changes, bond.inviter(), bond.id());
            if (bond.invited() != null) {
                enlist(view, changes, bond.invited(), bond.id());
            }
            return bond;
        });
    }

    /**
     * Changes a connection.
     *
     * @param decide what becomes of it as it is now; runs within the write, and perhaps again, so it must ask nothing else
     */
    Answer<Bond> change(String id, Actor by, Function<Bond, Answer<Move>> decide) {
        return write(reads(id, by.account(), null), (view, changes) -> bond(view, id)
                .map(decide)
                .orElse(Answer.no(Refused.NOT_FOUND))
                .then(move -> {
                    record(view, changes, by, move);
                    if (by.account().equals(move.next().invited())) {
                        enlist(view, changes, by.account(), id);
                    }
                    return Answer.of(move.next());
                }));
    }

    private static Reads reads(String connection, String account, @Nullable String other) {
        List<DocKey> docs = new ArrayList<>(List.of(bondKey(connection), diaryKey(connection), accountKey(account)));
        if (other != null && !other.equals(account)) {
            docs.add(accountKey(other));
        }
        return new Reads(List.of(), List.of(), docs, List.of(), List.of(stream(connection)));
    }

    private void record(View view, Changes changes, Actor by, Move move) {
        put(view, changes, bondKey(move.next().id()), BondText.write(move.next()));
        plan(changes, move.next());
        tell(view, changes, move.next().id(), by, move.type(), move.facts(), UnaryOperator.identity());
    }

    /** Records what time alone has done to a connection: an invitation that expired, a notice that is over. */
    void settle(String id) {
        Actor nobody = new Actor(NETWORK, "time", UserRole.READER);
        Answer<Bond> settled = change(id, nobody, bond -> {
            ConnectionState state = bond.stateAt(now());
            return state == bond.state()
                    ? Answer.no(Refused.NOT_NOW)
                    : Answer.of(Move.to(
                            bond.closed(state),
                            state == ConnectionState.EXPIRED
                                    ? EventType.CONNECTION_EXPIRED
                                    : EventType.CONNECTION_REVOKED));
        });
        if (settled.refused().isPresent()) {
            write(docs(bondKey(id)), (view, changes) -> {
                bond(view, id).ifPresent(bond -> plan(changes, bond));
                return true;
            });
        }
    }

    /** The next moment at which time alone changes something; kept with the inviter's other work. */
    private static void plan(Changes changes, Bond bond) {
        WorkId work = new WorkId(bond.inviter(), "connection/" + bond.id());
        Instant due = bond.nextTurn();
        if (due == null) {
            changes.done(work);
        } else {
            changes.schedule(new WorkItem(work, WORK, due, 0, bond.id()));
        }
    }

    /** Notes a use of a connection that changes nothing about it. */
    void note(String id, Actor by, EventType type, Obj facts, UnaryOperator<Diary> count) {
        write(reads(id, by.account(), null), (view, changes) -> {
            tell(view, changes, id, by, type, facts, count);
            return true;
        });
    }

    private void tell(
            View view, Changes changes, String id, Actor by, EventType type, Obj facts, UnaryOperator<Diary> count) {
        Diary diary = diary(view, id).at(now());
        put(view, changes, diaryKey(id), count.apply(diary).text());
        Obj all = Obj.EMPTY
                .with("account", new Text(by.account()))
                .with("user", new Text(by.user()))
                .merge(facts);
        long seq = view.head(stream(id)).seq() + 1;
        changes.append(
                stream(id),
                List.of(Event.of(stream(id), seq, type, diary.at()).facts(all).build()));
    }

    private static StreamId account(Actor who) {
        return new StreamId(NETWORK, "acct_" + who.account());
    }

    /**
     * Notes in the asker's own log that something was refused. Whether the connection exists makes no difference, neither to
     * what is written nor to how long it takes.
     */
    void refused(Actor who, String connection, Refused why) {
        StreamId stream = account(who);
        DocKey last = diaryKey(stream.id());
        Obj facts = Obj.EMPTY
                .with("account", new Text(who.account()))
                .with("user", new Text(who.user()))
                .with("connection", new Text(connection.substring(0, Math.min(connection.length(), LONGEST_NAME))))
                .with("refused", new Text(why.name().toLowerCase(Locale.ROOT)));
        write(new Reads(List.of(), List.of(), List.of(last), List.of(), List.of(stream)), (view, changes) -> {
            Diary diary = diary(view, stream.id()).at(now());
            put(view, changes, last, diary.text());
            long seq = view.head(stream).seq() + 1;
            changes.append(
                    stream,
                    List.of(Event.of(stream, seq, EventType.CONNECTION_REFUSED, diary.at())
                            .facts(facts)
                            .build()));
            return true;
        });
    }

    List<Event> refusals(Actor who) {
        return store.events().stream(account(who));
    }

    Diary diary(String id) {
        return write(docs(diaryKey(id)), (view, changes) -> diary(view, id));
    }

    private static Diary diary(View view, String id) {
        return view.doc(diaryKey(id)).map(doc -> Diary.read(doc.body())).orElse(Diary.EMPTY);
    }

    List<Event> events(String id) {
        return store.events().stream(stream(id));
    }

    private static void enlist(View view, Changes changes, String account, String connection) {
        Membership before = membership(view, account);
        Membership after = before.with(connection);
        if (after != before) {
            put(view, changes, accountKey(account), after.text());
        }
    }

    private static void put(View view, Changes changes, DocKey key, String body) {
        long version = view.doc(key).map(Doc::version).orElse(0L) + 1;
        changes.put(new Doc(key, version, body));
    }

    private static Reads docs(DocKey key) {
        return new Reads(List.of(), List.of(), List.of(key), List.of(), List.of());
    }

    private <R> R write(Reads reads, BiFunction<View, Changes, R> decide) {
        return store.write(new Write<R>() {
                    @Override
                    public Reads reads() {
                        return reads;
                    }

                    @Override
                    public R decide(View view, Changes changes) {
                        return decide.apply(view, changes);
                    }
                })
                .durable();
    }
}
