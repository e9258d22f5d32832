package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadTest {
    @Test
    void a_lead_keeps_names_and_values_in_their_order() {
        Lead lead = Lead.from("web").with("b", "x").with("a", 5).with("b", null);

        assertThat(lead.source()).isEqualTo("web");
        assertThat(lead.names()).containsExactly("b", "a");
        assertThat(lead.size()).isEqualTo(2);
        assertThat(lead.name(1)).isEqualTo("a");
        assertThat(lead.value(1)).isEqualTo(Num.of(5));
        assertThat(lead.get("b")).isEqualTo(Null.NULL);
        assertThat(lead.get("a")).isEqualTo(Num.of(5));
        assertThat(lead.with("a", 6).data()).containsExactly(Map.entry("b", Null.NULL), Map.entry("a", Num.of(6)));
        assertThat(lead.get("c").isMissing()).isTrue();
        assertThat(lead.data()).containsExactly(Map.entry("b", Null.NULL), Map.entry("a", Num.of(5)));
        assertThat(lead).hasToString("lead from web with 2 values");
    }

    @Test
    void a_lead_knows_its_longest_text_at_any_depth() {
        Lead lead = Lead.from("web").with("a", "four").with("n", 123456);

        assertThat(Lead.from("web").longestText()).isZero();
        assertThat(lead.longestText()).isEqualTo(4);
        assertThat(lead.with("b", List.of("x", Map.of("c", "seven77"))).longestText())
                .isEqualTo(7);
        assertThat(lead.with(Map.of("b", "eight888")).longestText()).isEqualTo(8);
        assertThat(lead.with("a", "of").longestText()).isEqualTo(2);
        assertThat(lead.withSource("other").test().withKey("k").longestText()).isEqualTo(4);
    }

    @Test
    void a_lead_is_never_changed() {
        Lead lead = Lead.from("web").with("a", "x");
        lead.with("a", "y").with("b", "z");
        lead.test();

        assertThat(lead.get("a")).isEqualTo(new Text("x"));
        assertThat(lead.names()).containsExactly("a");
        assertThat(lead.isTest()).isFalse();
    }

    @Test
    void many_values_come_at_once() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("b", 1);
        data.put("a", 2);

        assertThat(Lead.from("web").with(data).names()).containsExactly("b", "a");
        Lead merged = Lead.from("web").with("a", 0).with("c", 3).with(data);
        assertThat(merged.names()).containsExactly("a", "c", "b");
        assertThat(merged.get("a")).isEqualTo(Num.of(2));
        assertThatThrownBy(() -> Lead.from("web").with("a", new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void how_it_came_is_kept_beside_its_values() {
        Instant moment = Instant.parse("2026-03-15T14:30:00Z");
        Lead lead = Lead.from("web")
                .credential("key")
                .submittedAt(moment)
                .detail("ip", "10.0.0.1")
                .test()
                .detail("referrer", "x")
                .with("a", 1);
        Lead plain = Lead.from("web");

        assertThat(lead.credential()).contains("key");
        assertThat(lead.submittedAt()).contains(moment);
        assertThat(lead.details().members())
                .containsExactly(Map.entry("ip", new Text("10.0.0.1")), Map.entry("referrer", new Text("x")));
        assertThat(lead.isTest()).isTrue();
        assertThat(plain.credential()).isEmpty();
        assertThat(plain.submittedAt()).isEmpty();
        assertThat(plain.details().isBlank()).isTrue();
        assertThat(lead.submittedAt(moment.plusMillis(1)).credential()).contains("key");
        assertThat(lead.credential("other").submittedAt()).contains(moment);
        assertThat(lead.credential("other").isTest()).isTrue();
    }
}
