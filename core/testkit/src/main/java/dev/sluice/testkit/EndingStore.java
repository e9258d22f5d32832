package dev.sluice.testkit;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Changes;
import dev.sluice.store.Leads;
import dev.sluice.store.Ownership;
import dev.sluice.store.Reads;
import dev.sluice.store.Sealed;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a process sees of a store until it ends: so many events go through, each with what belongs to it, and then every
 * write throws {@link End}. A write is cut in its middle, too, as if each event had been written by itself; only the news of
 * a full cap stays with the event that made it. Whoever takes leads over finds all of them free. For one thread.
 */
public final class EndingStore {
    private final Store data;
    private int left;
    private boolean ended;

    private EndingStore(Store data, int events) {
        this.data = data;
        this.left = events;
    }

    /** The end of the process. */
    public static final class End extends Error {
        private static final long serialVersionUID = 1;

        private End() {
            super("the process has ended");
        }
    }

    /**
     * The store until the end.
     *
     * @param data what outlives the process; left open when this is closed
     * @param events how many events of leads go through
     */
    public static Store of(Store data, int events) {
        EndingStore ending = new EndingStore(requireNonNull(data, "data"), events);
        return proxy(Store.class, (method, values) -> switch (method.getName()) {
            case "write" -> ending.write((Write<?>) values[0]);
            case "leads" -> ending.leads();
            case "close" -> null;
            default -> invoke(data, method, values);
        });
    }

    private <R> Written<R> write(Write<R> write) {
        requireAlive();
        Written<R> written = data.write(new Write<>() {
            @Override
            public Reads reads() {
                return write.reads();
            }

            @Override
            public R decide(View view, Changes changes) {
                return write.decide(view, passing(changes));
            }
        });
        requireAlive();
        return written;
    }

    private void requireAlive() {
        if (ended) {
            throw new End();
        }
    }

    /** Lets through what comes before the end; who has a lead stays its owner, with its working copy. */
    private Changes passing(Changes changes) {
        return proxy(Changes.class, (method, values) -> switch (method.getName()) {
            case "append" -> append(changes, (StreamId) values[0], values[1]);
            case "own" -> invoke(changes, method, values);
            case "close" -> close(changes, (Ownership) values[0]);
            default -> ended && !(values[0] instanceof Sealed) ? null : invoke(changes, method, values);
        });
    }

    private static boolean isNewsOfCap(Event event) {
        return event.type().equals(EventType.CAP_REACHED)
                || !event.facts().get("cap").isMissing();
    }

    @SuppressWarnings("unchecked") // The one list that Changes has is of events.
    private @Nullable Object append(Changes changes, StreamId stream, Object list) {
        List<Event> events = (List<Event>) list;
        if (!ended && !events.isEmpty()) {
            boolean whole = events.stream().anyMatch(EndingStore::isNewsOfCap);
            int passing = whole ? events.size() : Math.min(left, events.size());
            changes.append(stream, events.subList(0, passing));
            left -= passing;
            ended = left <= 0;
        }
        return null;
    }

    /** The last event is with it, or the lead stays open. */
    private @Nullable Object close(Changes changes, Ownership last) {
        if (ended) {
            changes.own(last);
        } else {
            changes.close(last);
        }
        return null;
    }

    private Leads leads() {
        return new Leads() {
            @Override
            public List<Ownership> open(String account, Instant moment, int limit) {
                return data.leads().open(account, moment, limit);
            }

            @Override
            public List<Ownership> takeOver(String account, Instant now, String owner, Instant busyUntil, int limit) {
                boolean ownOnly = open(account, Instant.MAX, limit).stream()
                        .allMatch(open -> open.owner().equals(owner));
                return ownOnly ? List.of() : data.leads().takeOver(account, Instant.MAX, owner, busyUntil, limit);
            }

            @Override
            public Optional<Ownership> reopen(StreamId lead, Instant now, String owner, Instant busyUntil) {
                return data.leads().reopen(lead, now, owner, busyUntil);
            }
        };
    }

    /** What becomes of a call. */
    @FunctionalInterface
    private interface Call {
        @Nullable Object of(Method method, Object[] values) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                EndingStore.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, values) -> call.of(method, values)));
    }

    private static @Nullable Object invoke(Object target, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException fault) {
            throw fault.getCause();
        }
    }
}
