package dev.sluice.partner;

import static dev.sluice.partner.Network.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every role with every operation: 198 answers in a table, each held against accounts that are really connected. */
class AccessTest {
    private static final String ACCOUNT = ANN.account();

    private final Network network = new Network();
    private final Partners partners = network.partners;

    @TestFactory
    Stream<DynamicTest> every_role_gets_its_answer_to_every_operation() throws IOException {
        Map<String, Optional<Actor>> people = people();
        List<List<String>> table = table();
        List<String> roles = table.get(0).subList(1, table.get(0).size());
        assertThat(people.keySet()).containsExactlyElementsOf(roles);
        assertThat(table.stream().skip(1).map(row -> row.get(0)))
                .containsExactly(
                        Arrays.stream(Operation.values()).map(Operation::text).toArray(String[]::new));
        List<DynamicTest> tests = new ArrayList<>();
        for (List<String> row : table.subList(1, table.size())) {
            for (int i = 0; i < roles.size(); i++) {
                String expected = row.get(i + 1);
                Optional<Actor> who = people.get(roles.get(i));
                Operation operation =
                        Operation.valueOf(row.get(0).toUpperCase(Locale.ROOT).replace(' ', '_'));
                tests.add(DynamicTest.dynamicTest(roles.get(i) + ": " + row.get(0), () -> assertThat(
                                word(partners.access().of(who, operation, ACCOUNT)))
                        .isEqualTo(expected)));
            }
        }
        assertThat(tests).hasSize(198);
        return tests.stream();
    }

    @Test
    void accounts_of_others_and_accounts_that_do_not_exist_get_the_same_answers() {
        Optional<Actor> stranger = people().get("unconnected account");

        for (Operation operation : Operation.values()) {
            assertThat(partners.access().of(stranger, operation, ACCOUNT))
                    .isEqualTo(partners.access().of(stranger, operation, "acct_nowhere"));
        }
        assertThat(partners.connections().get(stranger.orElseThrow(), "conn_1").refused())
                .isEqualTo(partners.connections()
                        .get(stranger.orElseThrow(), "conn_nowhere")
                        .refused());
    }

    @Test
    void both_relations_give_the_rights_of_both_and_an_expired_invitation_none() {
        Actor friend = opened("acct_friend");
        network.connected(ANN, friend, Relation.BOTH);
        Optional<Actor> who = Optional.of(friend);

        assertThat(partners.access().of(who, Operation.SUBMIT_LEAD_TO_PARTNER_FLOW, ACCOUNT))
                .isEqualTo(Verdict.ALLOW);
        assertThat(partners.access().of(who, Operation.SEND_FEEDBACK_ON_LEAD_IT_RECEIVED, ACCOUNT))
                .isEqualTo(Verdict.ALLOW);
        Actor late = opened("acct_late");
        partners.invitations()
                .invite(ANN, Invitation.account(late.account(), Relation.SOURCE))
                .get();
        network.time.pass(Duration.ofDays(7));
        assertThat(partners.access().of(Optional.of(late), Operation.SUBMIT_LEAD_TO_PARTNER_FLOW, ACCOUNT))
                .isEqualTo(Verdict.NOT_FOUND);
    }

    private Map<String, Optional<Actor>> people() {
        Map<String, Optional<Actor>> people = new LinkedHashMap<>();
        people.put("owner", Optional.of(ANN));
        people.put("same-account reader", Optional.of(new Actor(ACCOUNT, "rita", UserRole.READER)));
        people.put("same-account editor", Optional.of(new Actor(ACCOUNT, "ed", UserRole.EDITOR)));
        people.put("same-account exporter", Optional.of(new Actor(ACCOUNT, "xi", UserRole.EXPORTER)));
        people.put("connected partner (source)", Optional.of(connected("acct_source", Relation.SOURCE)));
        people.put("connected partner (buyer)", Optional.of(connected("acct_buyer", Relation.BUYER)));
        Actor former = opened("acct_former");
        partners.connections()
                .revoke(ANN, network.connected(ANN, former, Relation.BOTH))
                .get();
        people.put("revoked partner", Optional.of(former));
        Actor asked = opened("acct_asked");
        partners.invitations()
                .invite(ANN, Invitation.account(asked.account(), Relation.BOTH))
                .get();
        people.put("pending partner", Optional.of(asked));
        people.put("unconnected account", Optional.of(opened("acct_stranger")));
        people.put("no credential", Optional.empty());
        people.put("expired credential", Optional.empty());
        return people;
    }

    private Actor connected(String id, Relation relation) {
        Actor partner = opened(id);
        network.connected(ANN, partner, relation);
        return partner;
    }

    private Actor opened(String id) {
        partners.open(new Account(id, id, id + "@example.com", Plan.PAID));
        return Actor.owner(id, "owner");
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<List<String>> table() throws IOException {
        try (InputStream in = AccessTest.class.getResourceAsStream("authorization.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split(",")))
                    .toList();
        }
    }
}
