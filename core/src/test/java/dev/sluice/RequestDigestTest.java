package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Bid;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.PurchasingDecisions;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Strategy;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestDigestTest {
    private static Sluice.Builder host() {
        return Sluice.builder()
                .time(new StillTime("2024-01-15T14:30:45.123Z"))
                .enricher("intel", request -> Enrichment.of("line", "mobile"))
                .enricher("memory", Enricher.inProcess(request -> Enrichment.of("line", "mobile")))
                .delivery("far", request -> DeliveryResult.success())
                .delivery("near", DeliveryPlugin.inProcess(request -> DeliveryResult.success()));
    }

    private static FlowDefinition.Builder flow() {
        return FlowDefinition.builder("f")
                .field("email", "email")
                .field("phone_1", "phone")
                .source("s");
    }

    private static Lead lead(String phone) {
        return Lead.from("s").with("email", "a@b.com").with("phone_1", phone);
    }

    private static Value digest(Submission answer, EventType type) {
        return answer.events().stream()
                .filter(event -> event.type().equals(type))
                .map(event -> event.facts().get("request_digest"))
                .findFirst()
                .orElseThrow();
    }

    private static RecipientStep to(String plugin, String... mapped) {
        RecipientStep.Builder step = RecipientStep.to("buyer", plugin);
        for (String property : mapped) {
            step.map(property, "{{lead." + property + "}}");
        }
        return step.build();
    }

    private static Value delivered(Sluice sluice, RecipientStep step, String phone) {
        return digest(sluice.open(flow().step(step).build()).submit(lead(phone)), EventType.RECIPIENT_DELIVERED);
    }

    @Test
    void the_same_request_has_the_same_digest_however_it_is_written() {
        Value digest = delivered(host().build(), to("far", "email", "phone_1"), "(512) 789-1111");

        assertThat(digest.text()).matches("[0-9a-f]{32}");
        assertThat(delivered(host().build(), to("far", "phone_1", "email"), "512.789.1111"))
                .isEqualTo(digest);
    }

    @Test
    void another_request_another_setting_and_another_key_have_another_digest() {
        RecipientStep step = to("far", "email", "phone_1");
        Value digest = delivered(host().build(), step, "5127891111");
        RecipientStep otherwise = RecipientStep.to("buyer", "far")
                .mappings(step.mappings())
                .config(Obj.EMPTY.with("url", Value.text("https://b.example")))
                .build();
        byte[] key = "another".getBytes(StandardCharsets.UTF_8);

        assertThat(List.of(
                        digest,
                        delivered(host().build(), step, "5127891112"),
                        delivered(host().build(), to("far", "email"), "5127891111"),
                        delivered(host().build(), otherwise, "5127891111"),
                        delivered(host().indexKey(key).build(), step, "5127891111")))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_touches_nothing_has_none() {
        assertThat(delivered(host().build(), to("near", "email"), "5127891111").isMissing())
                .isTrue();
    }

    @Test
    void look_ups_have_theirs_before_acceptance_and_as_steps() {
        MappingDefinition phone = MappingDefinition.of("phone", "{{lead.phone_1}}");
        Submission answer = host().build()
                .open(flow().decisions(PurchasingDecisions.of(
                                LookUp.of("one", "intel", phone), LookUp.of("two", "memory", phone)))
                        .step(EnhancementStep.of("e", "intel", "e", phone))
                        .build())
                .submit(lead("5127891111"));

        Event accepted = answer.events().get(1);
        Value lookUps = accepted.facts().get("look_ups");
        Value step = digest(answer, EventType.ENHANCEMENT_SUCCESS);
        assertThat(step.text()).matches("[0-9a-f]{32}");
        assertThat(lookUps.part("0").part("request_digest")).isEqualTo(step);
        assertThat(lookUps.part("1").part("request_digest").isMissing()).isTrue();
    }

    @Test
    void one_that_gives_no_answer_has_it_too() {
        Submission answer = host().enricher("broken", request -> {
                    throw new IllegalStateException("down");
                })
                .build()
                .open(flow().step(EnhancementStep.of("e", "broken", "e")).build())
                .submit(lead("5127891111"));

        assertThat(digest(answer, EventType.ENHANCEMENT_ERROR).text()).matches("[0-9a-f]{32}");
    }

    @Test
    void bids_have_theirs() {
        DeliveryPlugin bidder = new DeliveryPlugin() {
            @Override
            public DeliveryResult deliver(DeliveryRequest request) {
                return DeliveryResult.success();
            }

            @Override
            public Bid ping(DeliveryRequest request) {
                return Bid.of(BigDecimal.TEN);
            }
        };
        Submission answer = host().delivery("bidder", bidder)
                .build()
                .open(flow().step(DistributeStep.by(Strategy.PingPost.above("5"), "d", to("bidder", "email")))
                        .build())
                .submit(lead("5127891111"));

        Event planned = answer.events().stream()
                .filter(event -> event.type().equals(EventType.DISTRIBUTE_PLANNED))
                .findFirst()
                .orElseThrow();
        assertThat(planned.facts().get("bids").part("0").part("request_digest").text())
                .matches("[0-9a-f]{32}");
    }
}
