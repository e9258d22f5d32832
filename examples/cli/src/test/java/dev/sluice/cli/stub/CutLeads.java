package dev.sluice.cli.stub;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.event.Event;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.jdbc.JdbcStore;
import dev.sluice.json.EventJson;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Inventory;
import dev.sluice.store.StateCheck;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.testkit.EndingStore;
import dev.sluice.testkit.SequentialIds;
import dev.sluice.testkit.VirtualTime;
import dev.sluice.types.Lead;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Some leads in an account of their own: each is submitted by a process that may end on its way, and once more by the next
 * one, as its caller does who got no answer.
 */
final class CutLeads {
    private final FlowDefinition flow;
    private final List<Lead> leads;
    private final String url;
    private final String account;
    private final VirtualTime time = VirtualTime.at("2026-03-16T16:00:00Z");
    private final SequentialIds ids = SequentialIds.create();
    private final Random random = new Random(7);
    private final Map<String, String> end = new TreeMap<>();
    private List<StateCheck.Difference> unaccounted = List.of();
    private int events;

    CutLeads(FlowDefinition flow, List<Lead> leads, String url, String account) {
        this.flow = flow;
        this.leads = leads;
        this.url = url;
        this.account = account;
    }

    /** @param cut after how many events the first process ends */
    CutLeads play(int cut) {
        Store data = JdbcStore.open(url);
        Flow process = sluice(EndingStore.of(data, cut)).open(flow);
        for (int i = 0; i < leads.size(); i++) {
            try {
                process.submit(leads.get(i));
            } catch (EndingStore.End end) {
                data.close();
                data = JdbcStore.open(url);
                Sluice next = sluice(data);
                next.recover();
                process = next.open(flow);
            }
            told(i, process.submit(leads.get(i)));
        }
        look(data);
        data.close();
        return this;
    }

    /** Buyers are outside of the process, so that what is sent to them is recorded before. */
    private Sluice sluice(Store store) {
        return Stubs.wire(Sluice.builder(), time, List.of())
                .account(account)
                .store(store)
                .indexKey(new byte[] {1, 2, 3})
                .time(time)
                .ids(ids)
                .random(random)
                .delivery("stub", new StubBuyer(time))
                .build();
    }

    private void told(int lead, Submission answer) {
        end.put(
                "answer " + lead,
                answer.outcome() + " " + answer.reason().orElse("") + " "
                        + answer.price().stripTrailingZeros() + " "
                        + answer.revenue().stripTrailingZeros() + " " + answer.deliveries());
        answer.leadId().ifPresent(id -> end.put("lead " + lead, id));
    }

    private void look(Store store) {
        leads(store)
                .forEach((id, stream) -> stream.forEach(event -> {
                    events++;
                    end.put(String.format("event %s %03d", id, event.seq()), text(event));
                }));
        Inventory inventory = store.inventory(account);
        inventory.counters().forEach((key, counter) -> {
            if (counter.used() != 0) {
                end.put("counter " + key.key() + " " + key.window(), counter.toString());
            }
        });
        inventory.holds().forEach((holder, hold) -> end.put("hold " + holder.id(), hold.toString()));
        inventory
                .entries()
                .forEach(entry -> end.put(
                        "entry " + entry.key().list() + " " + entry.key().token(), entry.leadId()));
        inventory.open().forEach(open -> end.put("open " + open.lead().id(), "open"));
        unaccounted = StateCheck.of(store, account).differences();
    }

    private Map<String, List<Event>> leads(Store store) {
        Map<String, List<Event>> streams = new TreeMap<>();
        end.entrySet().stream()
                .filter(each -> each.getKey().startsWith("lead "))
                .map(Map.Entry::getValue)
                .forEach(id -> streams.put(id, new ArrayList<>(store.events().stream(new StreamId(account, id)))));
        return streams;
    }

    private String text(Event event) {
        return ValueJson.canonical(EventJson.clear().object(event).with("recovered", Value.missing()))
                        .replace(account, "ACCOUNT")
                + " " + event.next().orElse("");
    }

    /** How many events the leads have. */
    int events() {
        return events;
    }

    /** All that there is in the end. */
    Map<String, String> end() {
        return end;
    }

    /** What the tables hold beside what the events say. */
    List<StateCheck.Difference> unaccounted() {
        return unaccounted;
    }
}
