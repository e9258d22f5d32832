package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.sluice.store.Cursor;
import dev.sluice.store.Durability;
import dev.sluice.store.EventStore;
import dev.sluice.store.Page;
import dev.sluice.store.Store;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** A contract that a wrong store can pass is worth nothing. */
class ContractsHaveTeethTest {

    @Test
    void a_store_that_does_nothing_fails_every_test_of_the_contract() {
        Events tests = run(selectClass(Nothing.class));

        assertThat(tests.started().count()).isGreaterThan(40);
        assertThat(names(tests.succeeded())).isEmpty();
        assertThat(tests.failed().count()).isEqualTo(tests.started().count());
        assertThat(tests.skipped().count()).isZero();
    }

    @Test
    void a_log_that_does_nothing_fails_every_test_of_the_contract() {
        Events tests = run(selectClass(NothingLogged.class));

        assertThat(tests.started().count()).isEqualTo(7);
        assertThat(names(tests.succeeded())).isEmpty();
        assertThat(tests.failed().count()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "of_sixty_four_that_race_for_the_last_unit_of_a_cap_one_wins",
                "of_many_leads_with_the_same_token_one_is_the_first"
            })
    void a_store_that_writes_what_it_decided_on_old_data_is_found(String test) {
        Events tests = run(selectMethod(Racy.class, test));

        assertThat(tests.failed().count()).isEqualTo(1);
        assertThat(tests.started().count()).isEqualTo(1);
    }

    private static Events run(DiscoverySelector selector) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selector)
                .execute()
                .testEvents();
    }

    private static List<String> names(Events events) {
        return events.stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    static class Nothing extends DurableStoreContract {
        @Override
        protected Store open() {
            return new NoopStore();
        }

        @Override
        protected Store reopen() {
            return new NoopStore();
        }
    }

    static class Racy extends StoreContract {
        @Override
        protected Store open() {
            return new RacyStore();
        }
    }

    static class NothingLogged extends EventStoreContract {
        @Override
        protected EventStore open() {
            return new EventStore() {
                @Override
                public Durability durability() {
                    return Durability.SYNCED;
                }

                @Override
                public Cursor append(List<StoredEvent> batch) {
                    return Cursor.START;
                }

                @Override
                public List<StoredEvent> stream(StreamId stream) {
                    return List.of();
                }

                @Override
                public Page<StoredEvent> after(Cursor cursor, int limit) {
                    return new Page<>(List.of(), cursor);
                }
            };
        }
    }
}
