package dev.sluice.cli;

import static dev.sluice.cli.Shell.pipe;
import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PingCommandTest {
    private static final String FLOW = """
            {"id": "f", "pingEnabled": true, "quoteValidity": "PT10M",
             "fields": [{"id": "email", "type": "email", "required": true},
                        {"id": "state", "type": "state", "pii": "none"}],
             "acceptanceCriteria": {"ruleSet": {"lhv": "lead.state", "op": "is included in", "rhv": ["TX", "CA"]}},
             "pricing": {"prices": [{"amount": 12.5}, {"amount": 0, "ruleSet": {"lhv": "lead.state", "op": "is equal to", "rhv": "CA"}}]},
             "sources": [{"id": "web"}]}
            """;

    @TempDir
    private Path folder;

    private String flow;

    @BeforeEach
    void write() throws IOException {
        flow = Files.writeString(folder.resolve("flow.json"), FLOW).toString();
    }

    @Test
    void a_ping_is_a_line_with_its_members_in_order() {
        Shell.Result result = pipe(
                "{\"source\":\"web\",\"submitted_at\":\"2026-03-16T15:00:00Z\",\"state\":\"Texas\"}\n", "ping", flow);

        assertThat(result.status()).isZero();
        assertThat(result.lines())
                .containsExactly("{\"ping_id\":\"ping_00000001\",\"bid\":true,\"outcome\":\"success\",\"reason\":null,"
                        + "\"price\":12.5,\"valid_until\":\"2026-03-16T15:10:00Z\"}");
    }

    @Test
    void no_bid_says_why_and_a_summary_counts_both() {
        Shell.Result result =
                pipe("source,state\nweb,TX\nweb,CA\nweb,NV\nweb,NY\nnobody,TX\n", "ping", flow, "-", "--now");

        assertThat(result.answers())
                .extracting(answer ->
                        answer.part("bid").text() + " " + answer.part("reason").text())
                .containsExactly(
                        "true ",
                        "false no bid",
                        "false State must be included in TX, CA",
                        "false State must be included in TX, CA",
                        "false Source is unknown");
        assertThat(result.answers().get(4).part("ping_id").text()).isEmpty();
        assertThat(result.err().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "pings 5",
                        " bids 1",
                        " lowest 12.50",
                        " average 12.50",
                        " highest 12.50",
                        " no bid 4",
                        " State must be included in TX, CA 2",
                        " Source is unknown 1",
                        " no bid 1");
    }

    @Test
    void a_lead_of_a_later_run_is_bought_at_the_price_of_its_ping_once() {
        String store = "jdbc:sqlite:" + folder.resolve("leads.db");
        String ping = "{\"source\":\"web\",\"submitted_at\":\"2026-03-16T15:00:00Z\",\"state\":\"TX\"}\n";
        pipe(ping, "ping", flow, "--store", store);
        Shell.Result second = pipe(ping, "ping", flow, "--store", store);

        Shell.Result run = pipe(
                "source,submitted_at,ping_id,email,state\n"
                        + "web,2026-03-16T15:05:00Z,ping_00000001,ann@example.com,TX\n"
                        + "web,2026-03-16T15:06:00Z,ping_00000001,bob@example.com,TX\n"
                        + "web,2026-03-16T15:11:00Z,ping_00000002,cid@example.com,TX\n",
                "run",
                flow,
                "--store",
                store);

        assertThat(second.answer().part("ping_id").text()).isEqualTo("ping_00000002");
        assertThat(run.answers())
                .extracting(answer -> answer.part("price").text() + " "
                        + answer.part("reason").text())
                .containsExactly("12.5 ", "0 Quote was used before", "0 Quote has expired");
    }

    @Test
    void a_line_that_holds_no_ping_is_told_and_the_rest_go_on() {
        Shell.Result result = pipe("{\"source\":\"web\",\"state\":\"TX\"}\n[1]\n{\"state\":\"TX\"}\n", "ping", flow);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.lines()).hasSize(1);
        assertThat(result.err())
                .contains("line 2 holds no lead: it is no JSON object")
                .contains("line 3 holds no lead");
    }

    @Test
    void a_flow_that_is_not_there_is_status_2() {
        assertThat(sluice("ping", folder.resolve("none.json").toString()).status())
                .isEqualTo(2);
    }
}
