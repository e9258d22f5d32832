package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.ResponseDefinition;
import dev.sluice.flow.ResponseExtra;
import dev.sluice.flow.ResponseFormat;
import dev.sluice.flow.ResponseTemplate;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.StatusTable;
import dev.sluice.types.Lead;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponsesTest {
    private final Sluice sluice = Sluice.builder()
            .time(new StillTime("2026-03-02T15:00:00Z"))
            .delivery("yes", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
            .delivery("no", DeliveryPlugin.inProcess(request -> DeliveryResult.failure("Not wanted")))
            .build();

    private static FlowDefinition.Builder flow(ResponseDefinition response) {
        return FlowDefinition.builder("f")
                .field(FieldDefinition.of("email", "email").mandatory())
                .field("phone_1", "phone")
                .field("state", "state")
                .source(SourceDefinition.of("s")
                        .mappings(MappingDefinition.of("phone_1", "{{tel}}"))
                        .pricing(Pricing.fixed("12")))
                .acceptance(AcceptanceCriteria.of(allOf(field("state").isIncludedIn("TX", "CA"))))
                .response(response);
    }

    private static Lead lead() {
        return Lead.from("s").with("email", "a@b.com").with("state", "TX");
    }

    private Reply reply(ResponseDefinition response, Lead lead) {
        return sluice.open(flow(response).build()).submit(lead).reply();
    }

    private static String body(Reply reply) {
        Reply.Written written = reply.written();
        assertThat(written).isNotNull();
        return written.body();
    }

    @Test
    void extra_fields_are_selectable_and_further_members_opt_in() {
        ResponseDefinition response = ResponseDefinition.of("outcome", "lead.state", "submission.timestamp")
                .include(
                        ResponseExtra.ACCEPTED,
                        ResponseExtra.FIELD_ERRORS,
                        ResponseExtra.WARNINGS,
                        ResponseExtra.DURATION,
                        ResponseExtra.TIMESTAMP);

        assertThat(reply(response, lead().with("tel", "12").with("colour", "red"))
                        .content()
                        .text())
                .isEqualTo("{\"outcome\":\"success\",\"lead\":{\"state\":\"TX\"},"
                        + "\"submission\":{\"timestamp\":\"2026-03-02T15:00:00.000Z\"},\"accepted\":true,"
                        + "\"field_errors\":{\"phone_1\":{\"code\":\"not_a_valid_number\",\"text\":\"no such telephone number can exist in its country\"}},"
                        + "\"warnings\":[\"Unknown field: colour\"],\"duration_ms\":0,"
                        + "\"timestamp\":\"2026-03-02T15:00:00.000Z\"}");
    }

    @Test
    void a_missing_field_is_an_error_of_that_field_and_no_value_is_told() {
        ResponseDefinition response =
                ResponseDefinition.of("outcome").include(ResponseExtra.ACCEPTED, ResponseExtra.FIELD_ERRORS);

        String told = reply(response, Lead.from("s").with("state", "TX").with("tel", "555-CALL-NOW"))
                .content()
                .text();

        assertThat(told)
                .contains("\"accepted\":false", "\"email\":{\"code\":\"missing\"", "\"phone_1\":{")
                .doesNotContain("CALL-NOW");
    }

    @Test
    void deliveries_are_told_with_their_reasons_and_prices() {
        FlowDefinition flow = flow(ResponseDefinition.of("outcome").include(ResponseExtra.DELIVERIES))
                .step(RecipientStep.to("b1", "no").map("a", "1").build())
                .step(RecipientStep.to("b2", "yes")
                        .pricing(Pricing.fixed("20"))
                        .map("a", "1")
                        .build())
                .build();

        assertThat(sluice.open(flow).submit(lead()).reply().content().text())
                .isEqualTo("{\"outcome\":\"success\",\"deliveries\":["
                        + "{\"recipient\":\"b1\",\"outcome\":\"failure\",\"reason\":\"Not wanted\",\"price\":0},"
                        + "{\"recipient\":\"b2\",\"outcome\":\"success\",\"price\":20}]}");
    }

    @Test
    void the_first_text_that_is_for_the_answer_is_the_whole_of_it() {
        ResponseDefinition response = ResponseDefinition.STANDARD
                .statuses(StatusTable.STRICT)
                .templates(
                        new ResponseTemplate(
                                Outcome.SUCCESS,
                                allOf(field("lead.state").isEqualTo("CA")),
                                "<ok state='{{lead.state}}'/>",
                                ResponseFormat.XML,
                                200),
                        ResponseTemplate.of(Outcome.SUCCESS, "{\"id\":\"{{lead.id}}\",\"price\":{{price}} }"),
                        new ResponseTemplate(Outcome.FAILURE, null, "DENIED: {{reason}}", ResponseFormat.TEXT, 400));

        Reply texas = reply(response, lead());
        Reply california = reply(response, lead().with("state", "CA"));
        Reply nevada = reply(response, lead().with("state", "NV"));

        assertThat(body(texas)).matches("\\{\"id\":\"lead_[^\"]+\",\"price\":12 }");
        assertThat(texas.written().status()).isNull();
        assertThat(body(california)).isEqualTo("<ok state='CA'/>");
        assertThat(california.written().format()).isEqualTo(ResponseFormat.XML);
        assertThat(california.written().status()).isEqualTo(200);
        assertThat(body(nevada)).isEqualTo("DENIED: State must be included in TX, CA");
        assertThat(nevada.statuses()).isEqualTo(StatusTable.STRICT);
    }

    @Test
    void values_in_a_text_are_escaped_for_its_format() {
        Lead hostile = lead().with("state", "\"},{\"<x>&");
        ResponseTemplate json = ResponseTemplate.of(Outcome.FAILURE, "{\"s\":\"{{lead.state}}\"}");
        ResponseTemplate xml =
                new ResponseTemplate(Outcome.FAILURE, null, "<s>{{lead.state}}</s>", ResponseFormat.XML, null);

        assertThat(body(reply(ResponseDefinition.STANDARD.templates(json), hostile)))
                .isEqualTo("{\"s\":\"\\\"},{\\\"<x>&\"}");
        assertThat(body(reply(ResponseDefinition.STANDARD.templates(xml), hostile)))
                .isEqualTo("<s>&quot;},{&quot;&lt;x&gt;&amp;</s>");
    }

    @Test
    void without_a_text_for_the_answer_the_members_are_told() {
        ResponseDefinition response =
                ResponseDefinition.of("outcome").templates(ResponseTemplate.of(Outcome.ERROR, "{}"));

        Reply reply = reply(response.format(ResponseFormat.XML), lead());

        assertThat(reply.written()).isNull();
        assertThat(reply.format()).isEqualTo(ResponseFormat.XML);
        assertThat(reply.content().text()).isEqualTo("{\"outcome\":\"success\"}");
    }

    @Test
    void a_source_may_have_a_response_of_its_own() {
        SourceDefinition own = SourceDefinition.builder("own")
                .response(ResponseDefinition.of("outcome"))
                .build();
        Flow flow = sluice.open(flow(ResponseDefinition.of("price")).source(own).build());

        assertThat(flow.submit(Lead.from("own").with("email", "a@b.com").with("state", "TX"))
                        .reply()
                        .content()
                        .text())
                .isEqualTo("{\"outcome\":\"success\"}");
        assertThat(List.of(flow.submit(lead()).reply().content().text())).containsExactly("{\"price\":12}");
    }
}
