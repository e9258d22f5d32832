package dev.sluice.testkit;

import static dev.sluice.testkit.flow.FlowAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.Bid;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.store.Changes;
import dev.sluice.store.Cursor;
import dev.sluice.store.Durability;
import dev.sluice.store.Entries;
import dev.sluice.store.Events;
import dev.sluice.store.Inventory;
import dev.sluice.store.Keys;
import dev.sluice.store.Leads;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Reads;
import dev.sluice.store.Sealed;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Work;
import dev.sluice.store.Write;
import dev.sluice.store.Written;
import dev.sluice.types.Lead;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A preview is made while every plugin and every change of the store fails the test. */
class PreviewTouchesNothingTest {
    private static final FlowDefinition FLOW = FlowDefinition.read("""
        {"id": "everything", "fields": [{"id": "email", "type": "email"}, {"id": "state", "type": "state", "pii": "none"},
                                        {"id": "note", "type": "string", "pii": "none"}],
         "listChecks": {"customers": {"value": "{{lead.email}}", "listName": "customers"}},
         "purchasingDecisions": {"lookUps": [{"key": "score", "plugin": "lookup"}]},
         "acceptanceCriteria": {"ruleSet": {"op": "and", "rules": [{"lhv": "lead.state", "op": "is equal to", "rhv": "TX"}]}},
         "duplicateCheck": {"fields": ["email"], "window": {"value": 30, "interval": "day"}},
         "pricing": {"prices": [{"amount": 3}]},
         "pricingService": {"serviceId": "quotes", "fallbackPrice": 3},
         "caps": [{"id": "day", "maximum": 5, "durationUnits": "day"}],
         "sources": [{"id": "web"}],
         "steps": [
           {"id": "set", "type": "set", "mappings": [{"property": "note", "value": "seen"}]},
           {"id": "look", "type": "enhancement", "plugin": "lookup", "key": "look"},
           {"id": "sell", "type": "distribute", "strategy": "roundRobin", "recipients": [
             {"id": "a", "plugin": "buyer", "caps": [{"id": "a-day", "maximum": 1, "durationUnits": "day"}],
              "pricing": {"prices": [{"amount": 9}]}},
             {"id": "b", "plugin": "buyer", "pricing": {"prices": [{"amount": 8}]}}]},
           {"id": "bid", "type": "distribute", "strategy": "auction", "floor": 1, "pingFields": ["state"],
            "recipients": [{"id": "c", "plugin": "buyer"}]},
           {"id": "best", "type": "distribute", "strategy": "score", "scorer": {"plugin": "judge"},
            "recipients": [{"id": "d", "plugin": "buyer"}, {"id": "e", "plugin": "buyer"}]},
           {"id": "note", "type": "list", "operation": "add", "listName": "seen", "value": "{{lead.email}}"},
           {"id": "tell", "type": "notify", "plugin": "buyer"}]}
        """);

    private final ReadOnly store = new ReadOnly();

    private Flow open() {
        return Sluice.builder()
                .store(store)
                .time(VirtualTime.at("2026-01-05T15:00:00Z"))
                .ids(SequentialIds.create())
                .delivery("buyer", new Untouchable())
                .enricher("lookup", request -> {
                    throw new AssertionError("a look-up was asked");
                })
                .pricing("quotes", request -> {
                    throw new AssertionError("a pricing service was asked");
                })
                .scorer("judge", request -> {
                    throw new AssertionError("a scorer was asked");
                })
                .authenticator(attempt -> {
                    throw new AssertionError("an authenticator was asked");
                })
                .build()
                .open(FLOW);
    }

    private static Lead lead() {
        return Lead.from("web").with("email", "john@canary.example").with("state", "TX");
    }

    @Test
    void no_plugin_is_called_and_nothing_is_changed() {
        Flow flow = open();
        store.forbid();

        Submission answer = flow.preview(lead());
        long events = store.kept();

        assertThat(answer).wasAccepted().deliveredTo("a").atPrice("9").wentThrough("bid");
        assertThat(answer.explain())
                .contains("recipient.delivered a", "revenue")
                .doesNotContain("john@canary");
        assertThat(events).isZero();
        assertThat(flow.preview(lead().with("state", "NV")).explain())
                .contains("lead.state is equal to 'TX'; was 'NV'");
    }

    @Test
    void the_same_lead_for_real_would_fail_this_test() {
        Flow flow = open();
        store.forbid();

        assertThatThrownBy(() -> flow.submit(lead())).isInstanceOf(AssertionError.class);
    }

    /** A buyer whom nobody may reach. */
    private static final class Untouchable implements DeliveryPlugin {
        @Override
        public DeliveryResult deliver(DeliveryRequest request) {
            throw new AssertionError("a buyer got a lead");
        }

        @Override
        public Bid ping(DeliveryRequest request) {
            throw new AssertionError("a buyer got a ping");
        }
    }

    /** A store of which a decision can be asked, and that from then on fails at every change and at every other call. */
    private static final class ReadOnly implements Store {
        private final Store memory = MemoryStore.create();
        private boolean forbidden;

        void forbid() {
            forbidden = true;
        }

        /** How many events there are of leads. */
        long kept() {
            return memory.events().after(Cursor.START, 100).events().stream()
                    .filter(event -> event.stream().id().startsWith("lead_"))
                    .count();
        }

        @Override
        public <R> Written<R> write(Write<R> write) {
            if (!forbidden) {
                return memory.write(write);
            }
            return memory.write(new Write<R>() {
                @Override
                public Reads reads() {
                    return write.reads();
                }

                @Override
                public R decide(View view, Changes changes) {
                    return write.decide(view, forbidding(Changes.class));
                }
            });
        }

        private void refuse(String call) {
            if (forbidden) {
                throw new AssertionError("the store was asked: " + call);
            }
        }

        private static <T> T forbidding(Class<T> type) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                        throw new AssertionError("the store was asked: " + method.getName());
                    }));
        }

        @Override
        public Durability durability() {
            return memory.durability();
        }

        @Override
        public Events events() {
            return forbidden ? forbidding(Events.class) : memory.events();
        }

        @Override
        public Work work() {
            return forbidden ? forbidding(Work.class) : memory.work();
        }

        @Override
        public Entries entries() {
            return forbidden ? forbidding(Entries.class) : memory.entries();
        }

        @Override
        public Keys keys() {
            return forbidden ? forbidding(Keys.class) : memory.keys();
        }

        @Override
        public Leads leads() {
            return forbidden ? forbidding(Leads.class) : memory.leads();
        }

        @Override
        public Optional<Sealed> sealed(StreamId lead) {
            refuse("sealed");
            return memory.sealed(lead);
        }

        @Override
        public Inventory inventory(String account) {
            refuse("inventory");
            return memory.inventory(account);
        }

        @Override
        public void close() {
            memory.close();
        }
    }
}
