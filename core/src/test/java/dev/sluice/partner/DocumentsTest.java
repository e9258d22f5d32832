package dev.sluice.partner;

import static dev.sluice.partner.Network.ANN;
import static dev.sluice.partner.Network.BOB;
import static dev.sluice.partner.Network.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.SourceDefinition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What partners read of each other's flows. */
class DocumentsTest {
    private static final String HOSTILE = "Roofs | <script>alert(1)</script>";

    private final Network network = new Network();
    private final Partners partners = network.partners;
    private final Documents documents = partners.documents();
    private final String connection = network.connected(ANN, BOB);

    DocumentsTest() {
        Sluice bob = network.sluice(BOB);
        FlowDefinition flow = Network.buying("roofs", ANN.account())
                .name(HOSTILE)
                .field(FieldDefinition.of("phone_1", "phone").mandatory())
                .build();
        partners.serve(bob, bob.open(flow));
        partners.serve(
                bob,
                bob.open(FlowDefinition.builder("private")
                        .source(SourceDefinition.partner("acct_other"))
                        .build()));
    }

    @Test
    void a_connected_partner_reads_what_to_send() {
        SubmissionDocument document = documents.get(ANN, connection, "roofs").get();

        assertThat(document.fields().get(0).name()).isEqualTo("phone_1");
        assertThat(document.fields().get(0).required()).isTrue();
        assertThat(document.markdown())
                .contains("| `email` | Email | email |  | jordan@example.com |")
                .contains("application/x-www-form-urlencoded")
                .contains("\"phone_1\": \"512-555-0123\"");
        assertThat(document.html()).contains("<td><code>email</code></td>").doesNotContain("http://");
    }

    @Test
    void names_cannot_break_the_page_or_the_table() {
        SubmissionDocument document = documents.get(ANN, connection, "roofs").get();

        assertThat(document.html()).doesNotContain("<script");
        assertThat(document.markdown()).doesNotContain("<script").contains("Roofs \\| ");
    }

    @Test
    void only_flows_that_have_the_partner_as_a_source_are_told_and_only_while_it_is_connected() {
        assertThat(documents.get(ANN, connection, "private").refused()).contains(Refused.NOT_FOUND);
        assertThat(documents.get(ANN, connection, "nowhere").refused()).contains(Refused.NOT_FOUND);
        assertThat(documents.get(EVE, connection, "roofs").refused()).contains(Refused.NOT_FOUND);

        partners.connections().revoke(BOB, connection).get();

        assertThat(documents.get(ANN, connection, "roofs").refused()).contains(Refused.NOT_FOUND);
    }

    @Test
    void a_link_opens_one_document_for_a_while_until_it_is_revoked() {
        String link =
                documents.link(BOB, connection, "roofs", Duration.ofDays(1)).get();

        assertThat(documents.open(link).get().flow()).isEqualTo("roofs");
        assertThat(documents.open(link + "0").refused()).contains(Refused.NOT_FOUND);
        documents.revokeLinks(BOB, connection).get();
        assertThat(documents.open(link).refused()).contains(Refused.NOT_FOUND);

        String next =
                documents.link(BOB, connection, "roofs", Duration.ofDays(1)).get();
        network.time.pass(Duration.ofDays(1));
        assertThat(documents.open(next).refused()).contains(Refused.NOT_FOUND);
    }

    @Test
    void readings_stand_in_the_audit_log() {
        documents.get(ANN, connection, "roofs").get();

        assertThat(partners.connections().audit(BOB, connection).get()).last().satisfies(event -> {
            assertThat(event.type().text()).isEqualTo("connection.document_read");
            assertThat(event.facts().get("account").text()).isEqualTo(ANN.account());
        });
    }
}
