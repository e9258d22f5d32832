package dev.sluice.partner;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.flow.SourceDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is open in this process: instances by account, and the flows that take leads of partners. Safe on any thread. */
final class Hosts {
    private final Map<String, Map<String, Flow>> flows = new ConcurrentHashMap<>();
    private final Map<String, Inbox> inboxes = new ConcurrentHashMap<>();

    void add(Sluice instance) {
        inboxes.computeIfAbsent(instance.account(), account -> new Inbox(instance));
    }

    void add(Sluice instance, Flow flow) {
        add(instance);
        flows.computeIfAbsent(instance.account(), account -> new ConcurrentHashMap<>())
                .put(flow.definition().id(), flow);
    }

    Optional<Flow> flow(String account, String id) {
        return Optional.ofNullable(flows.getOrDefault(account, Map.of()).get(id));
    }

    /** Where the leads of a free account go; empty when the account is not open here. */
    Optional<Inbox> inbox(String account) {
        return Optional.ofNullable(inboxes.get(account));
    }

    /** The source of a flow that is a partner account. */
    static Optional<SourceDefinition> source(Flow flow, String partner) {
        return flow.definition().sources().stream()
                .filter(source -> partner.equals(source.account()))
                .findFirst();
    }
}
