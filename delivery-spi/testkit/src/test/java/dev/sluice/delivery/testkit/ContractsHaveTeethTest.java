package dev.sluice.delivery.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.sluice.delivery.Bid;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Plugins that are wrong in one way each, and the test that has to find it. */
class ContractsHaveTeethTest {

    private static Set<String> failedTests(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(event ->
                        ((MethodSource) event.getTestDescriptor().getSource().orElseThrow()).getMethodName())
                .collect(Collectors.toSet());
    }

    abstract static class Broken extends DeliveryPluginContract implements DeliveryPlugin {
        final List<String> keys = Collections.synchronizedList(new ArrayList<>());

        @Override
        protected DeliveryPlugin plugin() {
            return this;
        }

        @Override
        protected DeliveryPlugin unanswered() {
            return this;
        }

        @Override
        protected List<String> keysSeen() {
            return keys;
        }

        @Override
        public DeliveryResult deliver(DeliveryRequest request) {
            keys.add(request.delivery().key());
            return DeliveryResult.success();
        }
    }

    static class AnswersNull extends Broken {
        @Override
        public DeliveryResult deliver(DeliveryRequest request) {
            super.deliver(request);
            return null;
        }
    }

    @Test
    void an_answer_of_null_is_found() {
        assertThat(failedTests(AnswersNull.class)).contains("an_ordinary_lead_is_answered");
    }

    static class ThrowsOnSurprises extends Broken {
        @Override
        public DeliveryResult deliver(DeliveryRequest request) {
            if (!(request.lead().get("email") instanceof Text)) {
                throw new IllegalArgumentException("no e-mail");
            }
            return super.deliver(request);
        }
    }

    @Test
    void an_exception_on_odd_data_is_found() {
        assertThat(failedTests(ThrowsOnSurprises.class))
                .contains("hostile_data_is_answered_and_not_repeated_in_the_reason");
    }

    static class RepeatsValues extends Broken {
        @Override
        public DeliveryResult deliver(DeliveryRequest request) {
            super.deliver(request);
            return DeliveryResult.failure(
                    "cannot use " + request.lead().get("email").text());
        }
    }

    @Test
    void a_reason_that_repeats_what_the_lead_holds_is_found() {
        assertThat(failedTests(RepeatsValues.class))
                .containsOnly("hostile_data_is_answered_and_not_repeated_in_the_reason");
    }

    static class WaitsForEver extends Broken {
        @Override
        protected DeliveryPlugin unanswered() {
            return request -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
                return DeliveryResult.success();
            };
        }
    }

    @Test
    void a_plugin_that_ignores_its_deadline_is_found() {
        assertThat(failedTests(WaitsForEver.class))
                .containsOnly(
                        "a_recipient_that_never_answers_costs_no_more_than_the_deadline",
                        "a_deadline_that_has_passed_is_answered_at_once");
    }

    static class MakesItsOwnKeys extends Broken {
        @Override
        public DeliveryResult deliver(DeliveryRequest request) {
            keys.add(request.delivery().key() + "-" + keys.size());
            return DeliveryResult.success();
        }
    }

    @Test
    void a_key_that_changes_with_each_try_is_found() {
        assertThat(failedTests(MakesItsOwnKeys.class)).contains("a_delivery_made_twice_carries_the_same_key_twice");
    }

    static class BidsNothing extends Broken {
        @Override
        public Bid ping(DeliveryRequest request) {
            return null;
        }
    }

    @Test
    void a_ping_without_an_answer_is_found() {
        assertThat(failedTests(BidsNothing.class)).containsOnly("a_ping_is_answered_by_a_price_or_a_reason");
    }

    static class BreaksOnSettings extends Broken {
        @Override
        protected Obj config() {
            return Obj.EMPTY.with("url", new Text("https://example.com"));
        }

        @Override
        public List<ConfigProblem> check(Obj config) {
            return ((Text) config.get("url")).value().isEmpty()
                    ? List.of(new ConfigProblem("url", "Missing URL", ""))
                    : List.of();
        }
    }

    @Test
    void a_check_of_settings_that_breaks_is_found() {
        assertThat(failedTests(BreaksOnSettings.class))
                .containsOnly("settings_of_any_kind_are_checked_without_breaking");
    }

    static class SaysNothingOfSending extends Broken {
        @Override
        public boolean announcesSending() {
            return true;
        }
    }

    @Test
    void a_promise_to_announce_that_is_not_kept_is_found() {
        assertThat(failedTests(SaysNothingOfSending.class))
                .containsOnly("a_plugin_that_announces_sending_does_so_before_the_lead_leaves");
    }

    static class BrokenEnricher extends EnricherContract implements Enricher {
        @Override
        protected Enricher enricher() {
            return this;
        }

        @Override
        protected Enricher unanswered() {
            return this;
        }

        @Override
        protected Obj input() {
            return Obj.EMPTY.with("email", new Text("ann@example.com"));
        }

        @Override
        public Enrichment enrich(EnrichmentRequest request) {
            return request.get("email").isBlank() ? null : Enrichment.of("seen", request.get("email"));
        }

        @Override
        public Set<String> outputs() {
            return Set.of("score");
        }
    }

    @Test
    void an_enricher_that_answers_null_or_what_it_did_not_declare_is_found() {
        assertThat(failedTests(BrokenEnricher.class))
                .containsOnly(
                        "hostile_data_is_answered_and_not_repeated_in_the_reason",
                        "what_the_enricher_declares_is_there_and_stays_the_same");
    }
}
