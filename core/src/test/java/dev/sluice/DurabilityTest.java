package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.flow.DurabilityClass;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.rules.Finding;
import dev.sluice.rules.Severity;
import dev.sluice.store.Durability;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class DurabilityTest {
    @Test
    void a_store_that_promises_less_than_is_demanded_is_refused() {
        assertThatThrownBy(() -> Sluice.builder().durability(Durability.SYNCED).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MEMORY")
                .hasMessageContaining("SYNCED");
    }

    @Test
    void a_store_that_promises_enough_is_taken() {
        try (Sluice sluice = Sluice.builder().durability(Durability.MEMORY).build()) {
            assertThat(sluice).isNotNull();
        }
    }

    private static FlowDefinition demanding(DurabilityClass atLeast) {
        return Solar.flow().durability(atLeast).build();
    }

    @Test
    void a_flow_that_demands_more_than_the_store_promises_is_refused_and_told_where() {
        try (Sluice sluice = Sluice.builder().build()) {
            assertThatThrownBy(() -> sluice.open(demanding(DurabilityClass.SYNCED)))
                    .isInstanceOfSatisfying(InvalidFlowException.class, invalid -> assertThat(invalid.findings())
                            .extracting(Finding::code, Finding::pointer)
                            .containsExactly(tuple("weak_store", "/durability")))
                    .hasMessageContaining("'synced'")
                    .hasMessageContaining("'memory'");
        }
    }

    @Test
    void a_flow_is_opened_over_what_promises_enough() {
        for (DurabilityClass atLeast : DurabilityClass.values()) {
            try (Sluice sluice =
                    Sluice.builder().store(promising(Durability.SYNCED)).build()) {
                assertThat(sluice.check(demanding(atLeast)))
                        .as("%s", atLeast)
                        .extracting(Finding::code)
                        .isEqualTo(atLeast == DurabilityClass.REPLICATED ? List.of("weak_store") : List.of());
            }
        }
    }

    @Test
    void secret_fields_over_a_store_that_outlives_the_process_are_told_of_one_by_one() {
        FlowDefinition flow = Solar.flow()
                .field("ssn", "ssn")
                .source(SourceDefinition.of("own").fields(FieldDefinition.of("pass", "credential")))
                .build();
        int ssn = flow.fields().size() - 1;
        int own = flow.sources().size() - 1;
        try (Sluice memory = Sluice.builder().build();
                Sluice keyless =
                        Sluice.builder().store(promising(Durability.OS)).build();
                Sluice keyed = Sluice.builder()
                        .store(promising(Durability.OS))
                        .workingKeys(WorkingKeys.of("k", new byte[32]))
                        .build()) {
            assertThat(memory.check(flow)).isEmpty();
            assertThat(keyed.check(flow)).isEmpty();
            assertThat(keyless.check(flow))
                    .extracting(Finding::severity, Finding::code, Finding::pointer)
                    .containsExactly(
                            tuple(Severity.WARNING, "no_working_keys", "/fields/" + ssn),
                            tuple(Severity.WARNING, "no_working_keys", "/sources/" + own + "/fields/0"));
        }
    }

    /** A store in memory that says more than it holds. */
    private static Store promising(Durability durability) {
        Store memory = MemoryStore.create();
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(),
                new Class<?>[] {Store.class},
                (proxy, method, values) ->
                        method.getName().equals("durability") ? durability : method.invoke(memory, values));
    }
}
