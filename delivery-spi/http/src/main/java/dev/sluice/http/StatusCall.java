package dev.sluice.http;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.DeliveryStatusQuery;
import dev.sluice.delivery.Outcome;
import dev.sluice.delivery.Secrets;
import dev.sluice.http.internal.Rendered;
import dev.sluice.http.internal.Setting;
import dev.sluice.http.internal.Settings;
import dev.sluice.templates.Rendering;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Optional;

/**
 * How a recipient is asked what became of a delivery: a request of settings of its own, in which only the key and the lead's id
 * are known, and the rules for its answer. Immutable, safe on any thread.
 */
final class StatusCall {
    static final String STATUS = "status";
    private static final String PLACE = "/" + STATUS;
    private static final int NOT_FOUND = 404;
    /** What it has in common with deliveries unless it says otherwise. */
    private static final List<String> SHARED =
            List.of(Setting.BASIC_USERNAME, Setting.BASIC_PASSWORD, Setting.BEARER_TOKEN, Setting.OAUTH);

    private static final Shape ID = Shape.of("id");
    private static final Shape KEY = Shape.of("key");

    private final Settings settings;
    private final ResponseReader reader;
    private final Redirects redirects;

    private StatusCall(Obj sent, ResponseReader reader) {
        this.settings = Settings.compile(sent);
        this.reader = reader;
        this.redirects = Redirects.of(sent);
    }

    /**
     * The call that the canonical settings of a webhook describe; empty when they describe none.
     *
     * @throws InvalidRequestException when a setting is wrong, with its place
     */
    static Optional<StatusCall> of(Obj webhook) {
        Value given = webhook.get(STATUS);
        if (given.isAbsent()) {
            return Optional.empty();
        }
        if (!(given instanceof Obj own) || own.get(Webhook.RESPONSE).isBlank()) {
            throw new InvalidRequestException(
                    PLACE, "the query of a delivery's status is an object with 'url' and 'response' in it");
        }
        try {
            return Optional.of(new StatusCall(sent(webhook, own), Webhook.reader(own.get(Webhook.RESPONSE))));
        } catch (InvalidRequestException wrong) {
            throw new InvalidRequestException(PLACE + wrong.pointer(), wrong.text());
        }
    }

    private static Obj sent(Obj webhook, Obj own) {
        Obj sent = Obj.EMPTY.with(Setting.FORMAT, Value.text(Format.QUERY.text()));
        for (String name : SHARED) {
            sent = webhook.get(name).isAbsent() ? sent : sent.with(name, webhook.get(name));
        }
        Obj all = sent.merge(Setting.canonical(own));
        return all.with(Webhook.RESPONSE, Missing.MISSING);
    }

    /** The request for one delivery; it does not carry the key as a header, for it is no repeat of the delivery. */
    Webhook.Prepared request(DeliveryStatusQuery query, Rendered rendered, Egress egress) {
        Obj rendering = settings.render(rendered);
        Request request = RequestBuilder.ofCanonical(rendering, Obj.of(KEY, Value.text(query.key())))
                .at(query.at().instant(), query.key())
                .build(egress);
        Obj oauth = rendering.get(Setting.OAUTH) instanceof Obj obj ? obj : Obj.EMPTY;
        return new Webhook.Prepared(request, oauth, rendered, redirects);
    }

    /** What templates of the request read: {@code key} and {@code lead.id}. */
    static Rendered rendered(DeliveryStatusQuery query, Secrets secrets) {
        Scope scope = Scope.EMPTY
                .with(Section.LEAD, Obj.of(ID, Value.text(query.leadId())))
                .with(Section.VARS, Obj.of(KEY, Value.text(query.key())));
        return new Rendered(scope, Rendering.plain(query.at()), secrets);
    }

    /** What {@code response} says of the delivery; a failure only where it speaks of the lead, not of the question. */
    DeliveryResult meaning(Response response) {
        DeliveryResult result = reader.read(response).result();
        boolean ofTheLead = response.isSuccess() || response.status() == NOT_FOUND;
        return ofTheLead || result.outcome() != Outcome.FAILURE
                ? result
                : DeliveryResult.error("The recipient cannot say");
    }

    Settings settings() {
        return settings;
    }
}
