package dev.sluice.partner;

import dev.sluice.json.ValueJson;
import dev.sluice.types.Arr;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A connection as the text of a document. Members that are not there are absent, so that later versions may add some. */
final class BondText {
    private BondText() {}

    static String write(Bond bond) {
        Obj token = bond.token() == null ? Obj.EMPTY : key(bond.token());
        Obj proposal = bond.proposal() == null
                ? Obj.EMPTY
                : put(
                                put(Obj.EMPTY, "by", bond.proposal().by()),
                                "relation",
                                bond.proposal().relation().text())
                        .with("terms", terms(bond.proposal().terms()));
        Obj body = put(Obj.EMPTY, "id", bond.id()).with("version", Num.of(bond.version()));
        body = put(put(body, "inviter", bond.inviter()), "invited", bond.invited());
        body = body.with("invitation", invitation(bond.invitation())).with("token", token);
        body = put(
                put(body, "state", bond.state().text()),
                "relation",
                bond.relation().text());
        body = body.with("terms", terms(bond.terms()));
        body = put(put(body, "asked_at", time(bond.askedAt())), "paused_by", bond.pausedBy());
        body = put(body, "ends_at", time(bond.endsAt())).with("proposal", proposal);
        body = body.with("flows", flows(bond.flows()));
        return ValueJson.write(
                body.with("keys", Arr.of(bond.keys().stream().map(BondText::key).toList())));
    }

    private static Obj put(Obj to, String name, @Nullable String text) {
        return text == null ? to : to.with(name, new Text(text));
    }

    private static Obj invitation(Invitation invitation) {
        Obj body = put(put(Obj.EMPTY, "account", invitation.account()), "name", invitation.name());
        body = put(
                put(body, "email", invitation.email()),
                "relation",
                invitation.relation().text());
        body = put(put(body, "message", invitation.message()), "flow", invitation.flow());
        return put(body, "stands_for", invitation.standsFor().toString()).with("terms", terms(invitation.terms()));
    }

    private static Obj terms(Terms terms) {
        return put(Obj.EMPTY, "purpose", terms.purpose())
                .with("leads_per_day", Num.of(terms.leadsPerDay()))
                .with("contacts", texts(terms.contacts()))
                .with("fields", texts(new TreeSet<>(terms.fields())));
    }

    private static Obj flows(Map<String, String> flows) {
        Obj body = Obj.EMPTY;
        for (Map.Entry<String, String> flow : new TreeMap<>(flows).entrySet()) {
            body = put(body, flow.getKey(), flow.getValue());
        }
        return body;
    }

    private static Obj key(Key key) {
        Obj body = put(put(Obj.EMPTY, "holder", key.holder()), "hash", key.hash());
        return put(put(body, "issued_at", time(key.issuedAt())), "expires_at", time(key.expiresAt()));
    }

    private static Arr texts(Collection<String> texts) {
        return Arr.of(texts.stream().<Value>map(Text::new).toList());
    }

    private static @Nullable String time(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    static Bond read(String text) {
        Value body = ValueJson.read(text);
        Value proposal = body.part("proposal");
        return new Bond(
                body.part("id").text(),
                Long.parseLong(body.part("version").text()),
                body.part("inviter").text(),
                orNull(body.part("invited")),
                readInvitation(body.part("invitation")),
                body.part("token").isBlank() ? null : readKey(body.part("token")),
                word(ConnectionState.class, body.part("state")),
                word(Relation.class, body.part("relation")),
                readTerms(body.part("terms")),
                Instant.parse(body.part("asked_at").text()),
                orNull(body.part("paused_by")),
                readTime(body.part("ends_at")),
                proposal.isBlank() ? null : readProposal(proposal),
                readFlows(body.part("flows")),
                list(body.part("keys")).stream().map(BondText::readKey).toList());
    }

    private static Bond.Proposal readProposal(Value body) {
        return new Bond.Proposal(
                body.part("by").text(), word(Relation.class, body.part("relation")), readTerms(body.part("terms")));
    }

    private static Invitation readInvitation(Value body) {
        return new Invitation(
                orNull(body.part("account")),
                orNull(body.part("name")),
                orNull(body.part("email")),
                word(Relation.class, body.part("relation")),
                body.part("message").text(),
                orNull(body.part("flow")),
                readTerms(body.part("terms")),
                Duration.parse(body.part("stands_for").text()));
    }

    private static Terms readTerms(Value body) {
        List<String> contacts =
                list(body.part("contacts")).stream().map(Value::text).toList();
        return new Terms(
                body.part("purpose").text(),
                Long.parseLong(body.part("leads_per_day").text()),
                contacts,
                list(body.part("fields")).stream().map(Value::text).collect(Collectors.toSet()));
    }

    private static Map<String, String> readFlows(Value body) {
        return body instanceof Obj flows
                ? flows.members().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, flow -> flow.getValue().text()))
                : Map.of();
    }

    private static Key readKey(Value body) {
        return new Key(
                body.part("holder").text(),
                body.part("hash").text(),
                Instant.parse(body.part("issued_at").text()),
                readTime(body.part("expires_at")));
    }

    private static List<Value> list(Value value) {
        return value instanceof Arr arr ? arr.values() : List.of();
    }

    private static @Nullable String orNull(Value value) {
        return value.isAbsent() ? null : value.text();
    }

    private static @Nullable Instant readTime(Value value) {
        return value.isAbsent() ? null : Instant.parse(value.text());
    }

    private static <E extends Enum<E>> E word(Class<E> words, Value value) {
        return Enum.valueOf(words, value.text().toUpperCase(Locale.ROOT));
    }
}
