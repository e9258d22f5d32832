package dev.sluice.inbound;

import static dev.sluice.inbound.Requests.get;
import static dev.sluice.inbound.Requests.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.PingResult;
import dev.sluice.Refusal;
import dev.sluice.Reply;
import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.ResponseFormat;
import dev.sluice.flow.StatusTable;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboundAnswerTest {
    private static final InboundCodec CODEC = InboundCodec.standard();
    private static final Submission TAKEN = Submission.answered("lead_1", Outcome.SUCCESS)
            .price(new BigDecimal("25.50"))
            .build();
    private static final Submission REJECTED = Submission.answered("lead_2", Outcome.FAILURE)
            .reason("State must be \"TX\" & <CA>")
            .build();
    private static final PingResult BID =
            PingResult.bid("ping_1", new BigDecimal("3"), Instant.EPOCH).build();

    private static InboundResponse answer(String accept, Submission submission) {
        return CODEC.answer(given(get("/s?a=1", "Accept", accept)), submission);
    }

    @Test
    void json_is_the_standard() {
        InboundResponse response = answer("*/*", TAKEN);

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.text()).isEqualTo("{\"outcome\":\"success\",\"lead\":{\"id\":\"lead_1\"},\"price\":25.5}");
        assertThat(response.headers())
                .containsEntry("Content-Type", "application/json; charset=utf-8")
                .containsEntry("Cache-Control", "no-store");
    }

    @Test
    void xml_has_the_root_result_and_escapes() {
        InboundResponse response = answer("text/xml", REJECTED);

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.text())
                .endsWith("<result><outcome>failure</outcome>"
                        + "<reason>State must be &quot;TX&quot; &amp; &lt;CA&gt;</reason>"
                        + "<lead><id>lead_2</id></lead><price>0</price></result>");
    }

    @Test
    void names_that_xml_does_not_allow_are_made_plain() {
        Obj content = Obj.EMPTY.with(
                "7 up>", Value.list(List.of(Value.text("a"), Value.text("b"), Obj.EMPTY.with("x", Value.text("c")))));

        assertThat(ReplyText.of(content, ResponseFormat.XML))
                .endsWith("<result><_7_up_>a</_7_up_><_7_up_>b</_7_up_><_7_up_><x>c</x></_7_up_></result>");
    }

    @Test
    void text_is_one_line_a_member_and_a_value_never_begins_a_line() {
        Submission forged = Submission.answered("lead_2", Outcome.FAILURE)
                .reason("no\nprice: 99")
                .build();

        assertThat(answer("text/plain", forged).text())
                .isEqualTo("outcome: failure\nreason: no price: 99\nlead_id: lead_2\nprice: 0\n");
    }

    @Test
    void a_redirect_keeps_the_answer_and_goes_on() {
        InboundResponse response = CODEC.answer(given(get("/s?redir_url=https://a.example/thanks%3Fx%3D1")), REJECTED);

        assertThat(response.status()).isEqualTo(303);
        assertThat(response.headers()).containsEntry("Location", "https://a.example/thanks?x=1");
    }

    @Test
    void who_is_refused_is_told_so_even_with_a_redirect() {
        Submission refused = Submission.refused(Refusal.NOT_AUTHENTICATED);
        InboundResponse response = CODEC.answer(given(get("/s?redir_url=https://a.example")), refused);

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers())
                .containsEntry("WWW-Authenticate", "Bearer")
                .doesNotContainKey("Location");
        assertThat(response.text())
                .isEqualTo("{\"outcome\":\"error\",\"reason\":\"Source is not authenticated\",\"price\":0}");
    }

    @Test
    void a_ping_is_answered_with_200_and_without_a_lead() {
        InboundResponse bid = CODEC.answer(given(get("/s/ping?a=1")), BID);
        InboundResponse none = CODEC.answer(
                given(get("/s/ping?a=1")),
                PingResult.none("ping_2", Outcome.FAILURE, "no bid").build());

        assertThat(bid.status()).isEqualTo(200);
        assertThat(bid.text()).isEqualTo("{\"outcome\":\"success\",\"price\":3,\"ping_id\":\"ping_1\"}");
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.text()).isEqualTo("{\"outcome\":\"failure\",\"reason\":\"no bid\",\"price\":0}");
    }

    @Test
    void each_table_has_its_statuses() {
        StatusMapper standard = new StandardStatusMapper();
        StatusMapper strict = new StrictStatusMapper();

        assertThat(statuses(standard)).containsExactly(201, 201, 201, 201, 409, 422, 503, 401, 404, 413, 201, 201);
        assertThat(statuses(strict)).containsExactly(201, 422, 500, 200, 202, 409, 503, 401, 404, 413, 402, 503);
        assertThat(pings(standard)).containsExactly(200, 200, 200, 503, 200, 401);
        assertThat(pings(strict)).containsExactly(200, 422, 429, 503, 422, 401);
    }

    private static List<Integer> statuses(StatusMapper mapper) {
        return List.of(
                        TAKEN,
                        REJECTED,
                        Submission.answered("lead_3", Outcome.ERROR).build(),
                        Submission.repeated("lead_1", Outcome.SUCCESS).build(),
                        Submission.inProgress("lead_1"),
                        Submission.conflict(),
                        Submission.unsettled(
                                "lead_1", new StoreUnavailableException("full", new IllegalStateException())),
                        Submission.refused(Refusal.NOT_AUTHENTICATED),
                        Submission.refused(Refusal.SOURCE_UNKNOWN),
                        Submission.refused(Refusal.VALUE_TOO_LONG),
                        Submission.refused(Refusal.SOURCE_DISABLED),
                        Submission.refused(Refusal.FLOW_DISABLED))
                .stream()
                .map(mapper::of)
                .toList();
    }

    private static List<Integer> pings(StatusMapper mapper) {
        return List.of(
                        BID,
                        PingResult.none("p", Outcome.FAILURE, "no bid").build(),
                        PingResult.none("p", Outcome.FAILURE, "Ping limit reached")
                                .limited()
                                .build(),
                        PingResult.unsettled(),
                        PingResult.refused(Refusal.PINGS_DISABLED),
                        PingResult.refused(Refusal.NOT_AUTHENTICATED))
                .stream()
                .map(mapper::of)
                .toList();
    }

    @Test
    void the_flow_may_choose_the_table_and_the_host_has_the_last_word() {
        Submission strict = Submission.answered("lead_2", Outcome.FAILURE)
                .reply(new Reply(Obj.EMPTY, ResponseFormat.TEXT, StatusTable.STRICT, null))
                .build();
        Inbound.Given asked = given(get("/s?a=1"));

        assertThat(CODEC.answer(asked, strict).status()).isEqualTo(422);
        assertThat(CODEC.statuses(new StandardStatusMapper())
                        .answer(asked, strict)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_body_of_the_flows_own_is_sent_as_it_is() {
        Submission own = Submission.answered("lead_2", Outcome.FAILURE)
                .reply(new Reply(
                        Obj.EMPTY,
                        ResponseFormat.JSON,
                        StatusTable.STANDARD,
                        new Reply.Written("DENIED", ResponseFormat.TEXT, 400)))
                .build();

        InboundResponse response = CODEC.answer(given(get("/s?a=1", "Accept", "text/xml")), own);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text()).isEqualTo("DENIED");
        assertThat(response.headers()).containsEntry("Content-Type", "text/plain; charset=utf-8");
    }
}
