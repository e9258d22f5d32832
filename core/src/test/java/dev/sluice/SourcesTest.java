package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FieldOverride;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.SourceKey;
import dev.sluice.rules.Conditions;
import dev.sluice.store.Cursor;
import dev.sluice.types.Lead;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final String HASH_OF_SECRET = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

    private static FlowDefinition.Builder flow(SourceDefinition source) {
        return FlowDefinition.builder("f")
                .field(FieldDefinition.of("email", "email"))
                .field(FieldDefinition.of("state", "state"))
                .source(source);
    }

    private static Sluice.Builder sluice() {
        return Sluice.builder().time(new StillTime(NOW.toString()));
    }

    private static String field(Submission answer, String name) {
        List<Event> events = answer.events();
        return events.get(events.size() - 1)
                .snapshot()
                .section(Section.LEAD)
                .get(name)
                .text();
    }

    @Test
    void a_source_may_require_what_the_flow_does_not_and_the_other_way_round() {
        SourceDefinition strict = SourceDefinition.builder("strict")
                .fieldOverrides(List.of(FieldOverride.required("state", true)))
                .build();
        Flow flow = sluice().build().open(flow(strict).source("plain").build());

        assertThat(flow.submit(Lead.from("strict").with("email", "a@b.com")).reason())
                .hasValue("Missing required field: state");
        assertThat(flow.submit(Lead.from("plain").with("email", "a@b.com")).outcome())
                .isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_source_may_add_fields_which_no_other_source_fills() {
        SourceDefinition events = SourceDefinition.builder("events")
                .fields(List.of(
                        FieldDefinition.of("badge", "number").mandatory(), FieldDefinition.of("booth", "string")))
                .mappings(List.of(MappingDefinition.of("booth", "{{stand}}")))
                .acceptance(
                        AcceptanceCriteria.of(allOf(Conditions.field("badge").isGreaterThan(100))))
                .build();
        Flow flow = sluice().build().open(flow(events).source("plain").build());
        Lead lead = Lead.from("events").with("email", "a@b.com").with("stand", "B7");

        assertThat(flow.submit(lead).reason()).hasValue("Missing required field: badge");
        assertThat(flow.submit(lead.with("badge", "99")).reason()).hasValue("Badge must be greater than 100");
        Submission taken = flow.submit(lead.with("badge", "1,000"));
        assertThat(field(taken, "badge")).isEqualTo("1000");
        assertThat(field(taken, "booth")).isEqualTo("B7");

        Submission plain = flow.submit(Lead.from("plain")
                .with("email", "a@b.com")
                .with("badge", "1,000")
                .with("booth", "B7"));
        assertThat(plain.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(field(plain, "badge") + field(plain, "booth")).isEmpty();
    }

    @Test
    void a_source_may_send_other_names_of_which_the_first_that_says_something_counts() {
        SourceDefinition source = SourceDefinition.builder("s")
                .fieldOverrides(List.of(
                        FieldOverride.names("email", "e-mail", "mail"),
                        new FieldOverride("state", null, List.of(), Value.text("TX"))))
                .build();
        Flow flow = sluice().build().open(flow(source).build());
        Lead lead = Lead.from("s");

        assertThat(field(flow.submit(lead.with("mail", "a@b.com")), "email")).isEqualTo("a@b.com");
        assertThat(field(flow.submit(lead.with("mail", "a@b.com").with("e-mail", "c@d.com")), "email"))
                .isEqualTo("c@d.com");
        assertThat(field(flow.submit(lead.with("mail", "a@b.com").with("email", "own@b.com")), "email"))
                .isEqualTo("own@b.com");
        assertThat(field(flow.submit(lead.with("mail", "a@b.com").with("email", " ")), "email"))
                .isEqualTo("a@b.com");
        assertThat(field(flow.submit(lead), "state")).isEqualTo("TX");
    }

    @Test
    void other_names_of_a_secret_field_are_secret() {
        SourceDefinition source = SourceDefinition.builder("s")
                .fieldOverrides(List.of(FieldOverride.names("ssn", "social")))
                .build();
        Flow flow = sluice().build().open(flow(source).field("ssn", "ssn").build());

        Submission answer = flow.submit(Lead.from("s").with("social", "078-05-1120"));

        assertThat(answer.events().get(0).secretNames()).contains("ssn", "social");
        assertThat(answer.explain()).doesNotContain("078-05-1120");
    }

    @Test
    void a_key_that_has_expired_is_refused_by_that_name_and_a_second_one_lets_in() {
        SourceDefinition old = SourceDefinition.builder("old")
                .key(new SourceKey(HASH_OF_SECRET, NOW))
                .build();
        SourceDefinition renewed = SourceDefinition.builder("renewed")
                .key(new SourceKey(HASH_OF_SECRET, NOW))
                .key(new SourceKey(HASH_OF_SECRET, NOW.plusMillis(1)))
                .build();
        Sluice sluice = sluice().build();
        Flow flow = sluice.open(flow(old).source(renewed).build());

        assertThat(flow.submit(Lead.from("old").credential("secret")).refusal()).hasValue(Refusal.CREDENTIAL_EXPIRED);
        assertThat(flow.submit(Lead.from("old").credential("forged")).refusal()).hasValue(Refusal.NOT_AUTHENTICATED);
        assertThat(flow.submit(Lead.from("old").credential("")).refusal()).hasValue(Refusal.NOT_AUTHENTICATED);
        assertThat(sluice.events().after(Cursor.START, 10).events()).isEmpty();
        assertThat(flow.submit(Lead.from("renewed").credential("secret")).outcome())
                .isEqualTo(Outcome.SUCCESS);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED,",
        "REFUSED, NOT_AUTHENTICATED",
        "EXPIRED, CREDENTIAL_EXPIRED",
        "REPLAYED, CREDENTIAL_REPLAYED"
    })
    void the_hosts_authenticator_judges_sources_without_keys(Authentication said, Refusal expected) {
        AtomicReference<SourceAuthenticator.Attempt> seen = new AtomicReference<>();
        Sluice sluice = sluice().authenticator(attempt -> {
                    seen.set(attempt);
                    return said;
                })
                .build();
        Flow flow = sluice.open(
                flow(SourceDefinition.builder("s").authenticationRequired(true).build())
                        .build());

        Submission answer = flow.submit(Lead.from("s").credential("k-1").detail("ip", "192.0.2.1"));

        assertThat(answer.refusal().orElse(null)).isEqualTo(expected);
        assertThat(answer.events().isEmpty()).isEqualTo(expected != null);
        assertThat(sluice.events().after(Cursor.START, 10).events().isEmpty()).isEqualTo(expected != null);
        assertThat(seen.get().credential()).hasValue("k-1");
        assertThat(seen.get().details().get("ip").text()).isEqualTo("192.0.2.1");
        assertThat(seen.get().toString()).isEqualTo("source s at flow f");
    }

    @Test
    void an_authenticator_that_throws_or_says_nothing_lets_nobody_in_and_breaks_nothing() {
        List<SourceAuthenticator> broken = List.of(
                attempt -> {
                    throw new IllegalStateException("database is down");
                },
                attempt -> null,
                attempt -> {
                    throw new StackOverflowError();
                });
        for (SourceAuthenticator judge : broken) {
            Sluice sluice = sluice().authenticator(judge).build();
            Flow flow = sluice.open(flow(SourceDefinition.builder("s")
                            .authenticationRequired(true)
                            .build())
                    .source("open")
                    .build());

            assertThat(flow.submit(Lead.from("s").credential("k")).refusal()).hasValue(Refusal.AUTHENTICATOR_FAILED);
            assertThat(sluice.events().after(Cursor.START, 10).events()).isEmpty();
            assertThat(flow.submit(Lead.from("open")).outcome()).isEqualTo(Outcome.SUCCESS);
        }
    }

    @Test
    void an_authenticator_that_hangs_lets_nobody_in_once_its_time_is_over() {
        CountDownLatch never = new CountDownLatch(1);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Flow flow = Sluice.builder()
                    .executor(threads)
                    .authenticator(attempt -> {
                        try {
                            never.await();
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                        return Authentication.ACCEPTED;
                    })
                    .build()
                    .open(flow(SourceDefinition.builder("s")
                                    .authenticationRequired(true)
                                    .build())
                            .build());

            assertThat(flow.submit(Lead.from("s").credential("k")).refusal()).hasValue(Refusal.AUTHENTICATOR_FAILED);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_source_that_nobody_can_judge_is_found_when_the_flow_is_opened() {
        FlowDefinition flow = flow(SourceDefinition.builder("s")
                        .authenticationRequired(true)
                        .build())
                .build();

        assertThatThrownBy(() -> sluice().build().open(flow))
                .isInstanceOfSatisfying(InvalidFlowException.class, invalid -> assertThat(invalid.findings())
                        .singleElement()
                        .matches(finding -> finding.code().equals("no_authenticator")
                                && finding.pointer().equals("/sources/0/authenticationRequired")));
    }
}
