package dev.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.event.EventType;
import dev.sluice.event.InvalidQueryException;
import dev.sluice.event.TypePattern;
import dev.sluice.rules.Finding;
import dev.sluice.store.Cursor;
import dev.sluice.store.StreamId;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventQueryTextTest {

    @Test
    void the_queries_of_the_documents_are_read() {
        EventQuery query = EventQueryText.read("lead_id=ABC123&type=recipient.*&start=2024-01-15");

        assertThat(query.lead()).hasValue(new StreamId("default", "ABC123"));
        assertThat(query.types()).containsExactly(new TypePattern("recipient.*"));
        assertThat(query.start()).hasValue(Instant.parse("2024-01-15T00:00:00Z"));
    }

    @Test
    void every_criterion_has_a_name() {
        EventQuery query = EventQueryText.read(
                "?account_id=a&flow_id=f&entity_id=b&step_id=s&source_id=w&reason=Daily%20cap"
                        + "&outcome=failure,error&type=delivered&type=step.skipped&end=2024-01-15&sort=desc&limit=7&after=12");

        assertThat(query.account()).isEqualTo("a");
        assertThat(query.flow()).hasValue("f");
        assertThat(query.entity()).hasValue("b");
        assertThat(query.step()).hasValue("s");
        assertThat(query.source()).hasValue("w");
        assertThat(query.reason()).hasValue("Daily cap");
        assertThat(query.outcomes()).containsExactly(Outcome.FAILURE, Outcome.ERROR);
        assertThat(query.types())
                .containsExactly(new TypePattern("recipient.delivered"), new TypePattern("step.skipped"));
        assertThat(query.end()).hasValue(Instant.parse("2024-01-15T23:59:59.999Z"));
        assertThat(query.order()).isEqualTo(EventQuery.Order.NEWEST_FIRST);
        assertThat(query.limit()).isEqualTo(7);
        assertThat(query.after()).isEqualTo(new Cursor("12"));
    }

    @Test
    void paths_and_rules_ask_for_data_of_the_lead() {
        EventQuery query = EventQueryText.read(
                "lead.state=TX&rules=%7B%22lhv%22:%22lead.age%22,%22op%22:%22is+greater+than%22,%22rhv%22:30%7D");

        assertThat(query.test(of("TX", 31))).isTrue();
        assertThat(query.test(of("TX", 30))).isFalse();
        assertThat(query.test(of("CA", 31))).isFalse();
    }

    private static Event of(String state, int age) {
        Obj lead = Obj.EMPTY.with("state", Value.text(state)).with("age", Value.number(age));
        return Event.of(new StreamId("default", "lead_1"), 1, EventType.FLOW_COMPLETED, Instant.EPOCH)
                .snapshot(Scope.EMPTY.with(Section.LEAD, lead), null)
                .build();
    }

    @Test
    void everything_that_is_wrong_is_told_with_its_place() {
        List<Finding> findings = findings("type=&start=yesterday&outcome=splendid&color=red&limit=0&sort=up&lead_id=%zz"
                + "&rules={&flow_id=%00&lead.state=%ff&end=0001-13-01");

        assertThat(findings)
                .extracting(finding -> finding.pointer() + " " + finding.code())
                .containsExactly(
                        "/start moment_syntax",
                        "/outcome unknown_outcome",
                        "/color unknown_criterion",
                        "/sort unknown_order",
                        "/lead_id query_encoding",
                        "/rules json_syntax",
                        "/end moment_syntax",
                        "/flow_id text_content",
                        "/type empty_text",
                        "/limit limit_range");
    }

    @Test
    void absurd_ranges_are_refused() {
        assertThat(findings("start=2024-02-01&end=2024-01-01"))
                .extracting(Finding::code)
                .containsExactly("range_order");
        assertThat(findings("end=%2B999999999-01-01T00:00:00Z"))
                .extracting(Finding::code)
                .containsExactly("moment_range");
        assertThat(findings("limit=99999999999")).extracting(Finding::code).containsExactly("limit_range");
        assertThat(findings("a".repeat(70_000))).extracting(Finding::code).containsExactly("query_length");
        assertThat(findings("lead_id=" + "a".repeat(2_000)))
                .extracting(Finding::code)
                .containsExactly("text_length");
        assertThat(findings("x/y~z=1")).extracting(Finding::pointer).containsExactly("/x~1y~0z");
    }

    @Test
    void a_rule_that_cannot_be_used_is_located() {
        assertThat(findings("rules={\"lhv\":\"lead.state\",\"op\":\"smells\",\"rhv\":1}"))
                .extracting(Finding::pointer)
                .allMatch(pointer -> pointer.startsWith("/rules"));
    }

    @Test
    void whatever_the_text_it_is_read_or_refused_and_nothing_else() {
        Random random = new Random(7);
        String signs = "ab=&%+*.,;{}\"'\\\u0000\ud800\u00e9 leadtypestartrules";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            try {
                EventQueryText.read(text.toString());
            } catch (InvalidQueryException refused) {
                assertThat(refused.findings()).isNotEmpty();
            }
        }
    }

    private static List<Finding> findings(String text) {
        return catchThrowableOfType(InvalidQueryException.class, () -> EventQueryText.read(text))
                .findings();
    }
}
