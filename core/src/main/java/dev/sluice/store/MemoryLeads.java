package dev.sluice.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who works on which lead. A closed lead is remembered only if it was taken over, so that its first owner is refused. */
final class MemoryLeads {
    private final MemoryLog log;
    private final Map<StreamId, Long> closed = new HashMap<>();

    MemoryLeads(MemoryLog log) {
        this.log = log;
    }

    private @Nullable Ownership present(StreamId lead) {
        MemoryLine line = log.line(lead);
        return line == null ? null : line.owner();
    }

    /** Refuses a writer who has lost the lead. */
    void requireOwner(Ownership writer) {
        Ownership present = present(writer.lead());
        if (writer.epoch() != (present == null ? lastEpoch(writer.lead()) : present.epoch())) {
            throw new NotOwnerException(writer.lead());
        }
    }

    private long lastEpoch(StreamId lead) {
        return closed.isEmpty() ? Ownership.FIRST : closed.getOrDefault(lead, Ownership.FIRST);
    }

    void put(Ownership ownership) {
        log.lineOrNew(ownership.lead()).owner(ownership);
    }

    void close(Ownership last) {
        MemoryLine line = log.line(last.lead());
        if (line != null) {
            line.owner(null);
        }
        if (last.epoch() > Ownership.FIRST) {
            closed.put(last.lead(), last.epoch());
        }
    }

    List<Ownership> open(String account, Instant moment, int limit) {
        return log.owners()
                .filter(each -> each.lead().account().equals(account))
                .filter(each -> !each.busyUntil().isAfter(moment))
                .sorted(Comparator.comparing(Ownership::busyUntil)
                        .thenComparing(each -> each.lead().id()))
                .limit(limit)
                .toList();
    }

    List<Ownership> takeOver(String account, Instant now, String owner, Instant busyUntil, int limit) {
        List<Ownership> taken = open(account, now, limit).stream()
                .map(each -> each.takenOverBy(owner, busyUntil))
                .toList();
        taken.forEach(this::put);
        return taken;
    }

    Optional<Ownership> reopen(StreamId lead, Instant now, String owner, Instant busyUntil) {
        Ownership present = present(lead);
        if (present != null && present.busyUntil().isAfter(now)) {
            return Optional.empty();
        }
        long before = present == null ? lastEpoch(lead) : present.epoch();
        Ownership next = new Ownership(lead, owner, before + 1, busyUntil);
        put(next);
        return Optional.of(next);
    }

    List<Ownership> of(String account) {
        return log.owners()
                .filter(each -> each.lead().account().equals(account))
                .toList();
    }
}
