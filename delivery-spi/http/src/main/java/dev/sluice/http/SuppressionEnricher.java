package dev.sluice.http;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.delivery.Outcome;
import dev.sluice.http.internal.lookup.Kept;
import dev.sluice.http.internal.lookup.SuppressionCalls;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Asks a service that keeps suppression lists, and adds to them: {@code GET <url>/exists/<lists>/<value>},
 * {@code POST} and {@code DELETE <url>/lists/<list>/items}. Settings:
 *
 * <ul>
 *   <li>{@code url}: where the service is.
 *   <li>{@code apiKey}: the key of the account; {@code {name}} for a secret of the host.
 *   <li>{@code action}: {@code query} (the default), {@code add}, {@code delete}, or {@code is_unique}, which asks and adds what
 *       was not there. The service knows no way to do both at once: of two equal leads at one moment both may be unique.
 *   <li>{@code lists}: their names, with commas between or as an array.
 * </ul>
 *
 * The step maps {@code value}, or {@code values} with commas between. What comes back stands under the name of the action:
 * {@code query_item.found}, {@code query_item.found_in}, {@code query_item.added_at}, {@code add_item.accepted},
 * {@code is_unique.outcome}. Not found is a success. Safe on any thread.
 */
public final class SuppressionEnricher implements Enricher {
    private static final String CALLS = """
            if (response.status == 200 || response.status == 201 || (response.status == 404 && json.found == false)) {
              outcome = "success"
            } else if (response.status == 401) {
              outcome = "error"
              reason = "Authentication failed"
            } else if (response.status == 402) {
              outcome = "failure"
              reason = json.message
            } else {
              outcome = "error"
              reason = json.error
            }
            """;
    private static final String DUPLICATE = "Duplicate";

    private final WebhookDelivery webhook;
    private final Effect effect;
    private final Map<Obj, SuppressionCalls> known = new Kept<>();

    private SuppressionEnricher(WebhookDelivery webhook, Effect effect) {
        this.webhook = requireNonNull(webhook, "webhook");
        this.effect = effect;
    }

    /** Only asks; what was asked may be asked again after a crash. */
    public static SuppressionEnricher asking(WebhookDelivery webhook) {
        return new SuppressionEnricher(webhook, Effect.REPEATABLE);
    }

    /** Also changes lists, so that the intent is durable first. */
    public static SuppressionEnricher changing(WebhookDelivery webhook) {
        return new SuppressionEnricher(webhook, Effect.EXTERNAL);
    }

    @Override
    public Effect effect() {
        return effect;
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        try {
            SuppressionCalls calls = calls(config);
            return calls.isChange() && effect != Effect.EXTERNAL
                    ? List.of(new ConfigProblem(
                            "/action", "not_allowed", "this look-up only asks; wire one that changes lists"))
                    : webhook.check(calls.query().with("url", config.get("url")));
        } catch (InvalidRequestException wrong) {
            return List.of(new ConfigProblem(wrong.pointer(), "invalid_setting", wrong.text()));
        }
    }

    private SuppressionCalls calls(Obj config) {
        return known.computeIfAbsent(config, settings -> SuppressionCalls.of(settings, CALLS));
    }

    @Override
    public Enrichment enrich(EnrichmentRequest request) {
        SuppressionCalls calls;
        try {
            calls = calls(request.config());
        } catch (InvalidRequestException wrong) {
            return Enrichment.error("Not asked: " + wrong.text());
        }
        List<String> values = values(request.input());
        if (values.isEmpty()) {
            return Enrichment.failure("There is no value to look for");
        }
        return switch (calls.action()) {
            case QUERY -> answer("query_item", item(ask(request, calls.query(), values)));
            case ADD -> answer("add_item", item(change(request, calls.add(), values)));
            case DELETE -> answer("delete_item", item(change(request, calls.delete(), values)));
            case IS_UNIQUE -> unique(request, calls, values);
        };
    }

    private static List<String> values(Obj input) {
        Value given = input.get("values").isBlank() ? input.get("value") : input.get("values");
        return SuppressionCalls.texts(given);
    }

    /** What one call brought. */
    private record Item(DeliveryResult result, Obj facts) {}

    private static Item item(DeliveryResult result) {
        Obj said = result.appended();
        Obj facts = Obj.EMPTY.with("outcome", Value.text(result.outcome().text()));
        facts = result.reason().isPresent() ? facts.with("reason", Value.text(reason(result))) : facts;
        for (String name : List.of("specified_lists", "found", "accepted", "rejected", "deleted")) {
            facts = said.get(name).isAbsent() ? facts : facts.with(name, said.get(name));
        }
        facts = said.get("exists_in_lists").isAbsent() ? facts : facts.with("found_in", said.get("exists_in_lists"));
        return new Item(result, facts.with("added_at", latest(said.get("entries"))));
    }

    private static Value latest(Value entries) {
        List<Value> times = new ArrayList<>();
        if (entries instanceof Arr all) {
            all.forEach(entry -> times.add(entry.part("added_at")));
        }
        return times.stream()
                .filter(time -> !time.isBlank())
                .max(Comparator.comparing(Value::text))
                .orElse(Value.missing());
    }

    private static String reason(DeliveryResult result) {
        String reason = result.reason().orElse("");
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }

    private static Enrichment answer(String name, Item item) {
        Obj data = Obj.EMPTY.with(name, item.facts());
        Value found = item.facts().get("found");
        return enrichment(item, found.isAbsent() ? data : data.with("query_item_found", found));
    }

    private static Enrichment enrichment(Item item, Obj data) {
        Outcome outcome = item.result().outcome();
        Outcome told = outcome == Outcome.SUCCESS || outcome == Outcome.FAILURE ? outcome : Outcome.ERROR;
        String why = told == Outcome.SUCCESS ? null : reason(item.result());
        return new Enrichment(told, why, data, BigDecimal.ZERO, false);
    }

    private Enrichment unique(EnrichmentRequest request, SuppressionCalls calls, List<String> values) {
        Item asked = item(ask(request, calls.query(), values));
        if (asked.result().outcome() != Outcome.SUCCESS) {
            return enrichment(asked, told(Value.text(asked.result().outcome().text()), asked.facts(), Obj.EMPTY));
        }
        if (asked.facts().get("found") == Bool.TRUE) {
            Obj data = told(Value.text("failure"), asked.facts(), Obj.EMPTY);
            return new Enrichment(Outcome.FAILURE, DUPLICATE, data, BigDecimal.ZERO, false);
        }
        Item added = item(change(request, calls.add(), values));
        return enrichment(added, told(Value.text(added.result().outcome().text()), asked.facts(), added.facts()));
    }

    private static Obj told(Value outcome, Obj queried, Obj added) {
        Obj facts = Obj.EMPTY.with("outcome", outcome).with("query_item", queried);
        return Obj.EMPTY.with("is_unique", added.isBlank() ? facts : facts.with("add_item", added));
    }

    /** Of several values only the first is asked for. */
    private DeliveryResult ask(EnrichmentRequest request, Obj call, List<String> values) {
        return send(request, call, Obj.EMPTY.with("value", Value.text(values.get(0))));
    }

    private DeliveryResult change(EnrichmentRequest request, Obj call, List<String> values) {
        return send(request, call, Obj.EMPTY.with("values", Value.of(values)));
    }

    private DeliveryResult send(EnrichmentRequest request, Obj call, Obj sent) {
        Delivery delivery = Delivery.of(request.leadId(), "lookup", request.leadId())
                .at(request.at())
                .deadline(request.deadline())
                .test(request.test())
                .build();
        Scope scope = Scope.EMPTY.with(Section.LEAD, sent);
        return webhook.deliver(new DeliveryRequest(sent, scope, call, delivery, BigDecimal.ZERO));
    }
}
