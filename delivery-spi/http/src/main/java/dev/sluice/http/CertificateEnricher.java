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
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Has a certificate of consent (TrustedForm, version 4.0 of its protocol) matched, retained, looked into or verified. Settings:
 *
 * <ul>
 *   <li>{@code apiKey}: the key of the account; {@code {name}} for a secret of the host.
 *   <li>{@code retain}: an object with {@code reference} and {@code vendor}, which may be templates; to be left out.
 *   <li>{@code insights}: {@code properties}, {@code required} and {@code forbidden}, arrays of names and texts.
 *   <li>{@code verify}: {@code advertiserName}.
 *   <li>{@code certificates}: where certificates are; {@code https://cert.trustedform.com/} by default. The key goes nowhere
 *       else, whatever address a lead brings.
 * </ul>
 *
 * The step maps {@code certificate}, and {@code email} or {@code phone}, of which retaining needs one. What the service says is
 * appended, and beside it {@code valid}, {@code age_seconds} and {@code domain}. Safe on any thread.
 */
public final class CertificateEnricher implements Enricher {
    private static final String USUAL = "https://cert.trustedform.com/";
    private static final Pattern ID = Pattern.compile("0\\.[A-Za-z0-9_.-]{1,200}|[A-Za-z0-9_-]{40}|[A-Za-z0-9_-]{80}");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?://(.*)");
    private static final List<String> PARTS = List.of("retain", "insights", "verify");
    private static final int LONGEST = 255;
    private static final String CALL = """
            if (response.status >= 500) {
              outcome = "error"
              reason = "Server error"
            } else if (response.status == 410) {
              outcome = "error"
              reason = "The certificate is past its 72-hour timeframe"
            } else if (response.status == 401 || response.status == 403) {
              outcome = "error"
              reason = "Authentication failed"
            } else {
              outcome = json.outcome
              reason = json.reason
            }
            """;

    private final WebhookDelivery webhook;
    private final Map<Obj, Obj> known = new Kept<>();

    private CertificateEnricher(WebhookDelivery webhook) {
        this.webhook = requireNonNull(webhook, "webhook");
    }

    /** Retaining costs: the intent is durable before the service is asked. */
    public static CertificateEnricher over(WebhookDelivery webhook) {
        return new CertificateEnricher(webhook);
    }

    @Override
    public Effect effect() {
        return Effect.EXTERNAL;
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        try {
            return webhook.check(call(config).with("url", Value.text(prefix(config))));
        } catch (InvalidRequestException wrong) {
            return List.of(new ConfigProblem(wrong.pointer(), "invalid_setting", wrong.text()));
        }
    }

    private static Obj call(Obj config) {
        for (String name : config.members().keySet()) {
            if (!PARTS.contains(name) && !name.equals("apiKey") && !name.equals("certificates")) {
                throw new InvalidRequestException(
                        "/" + name, "settings are apiKey, certificates, retain, insights and verify");
            }
        }
        Obj fields = Obj.EMPTY.with(
                "match_lead", (Obj) Value.of(Map.of("email", "{{lead.email}}", "phone", "{{lead.phone}}")));
        for (String part : PARTS) {
            if (config.get(part) instanceof Obj settings) {
                fields = fields.with(part, part.equals("insights") ? insights(settings) : renamed(settings));
            } else if (!config.get(part).isAbsent()) {
                throw new InvalidRequestException("/" + part, "it is an object");
            }
        }
        return ((Obj) Value.of(Map.of(
                        "url",
                        prefix(config) + "{{lead.certificate}}",
                        "basicUsername",
                        "X",
                        "basicPassword",
                        config.get("apiKey").text(),
                        "headers",
                        Map.of("api-version", "4.0"),
                        "response",
                        CALL)))
                .with("fields", fields);
    }

    private static String prefix(Obj config) {
        String given = config.get("certificates").text();
        return given.isBlank() ? USUAL : given.endsWith("/") ? given : given + "/";
    }

    private static Obj renamed(Obj settings) {
        Value name = settings.get("advertiserName");
        return name.isMissing() ? settings : Obj.EMPTY.with("advertiser_name", name);
    }

    private static Obj insights(Obj settings) {
        Obj all = Obj.EMPTY.with("properties", settings.get("properties"));
        if (settings.get("required").isAbsent() && settings.get("forbidden").isAbsent()) {
            return all;
        }
        Obj scans = Obj.EMPTY
                .with("required", settings.get("required"))
                .with("forbidden", settings.get("forbidden"))
                .with("delimiter", Value.text("|"));
        return all.with("scans", scans);
    }

    @Override
    public Enrichment enrich(EnrichmentRequest request) {
        Optional<String> id = id(request.input().get("certificate").text(), prefix(request.config()));
        if (id.isEmpty()) {
            return Enrichment.failure("There is no certificate, or what there is is none");
        }
        boolean nobody = request.get("email").isBlank() && request.get("phone").isBlank();
        if (nobody && !request.config().get("retain").isAbsent()) {
            return Enrichment.failure("Retaining a certificate needs an email or a phone");
        }
        try {
            return answer(webhook.deliver(question(request, id.get())));
        } catch (InvalidRequestException wrong) {
            return Enrichment.error("Not asked: " + wrong.text());
        }
    }

    /** What follows the address of the service: of several the first, whatever its scheme, without a slash at its end. */
    private static Optional<String> id(String given, String prefix) {
        String first = given.split(",", -1)[0].strip().replaceAll("/+$", "");
        Matcher written = SCHEME.matcher(first);
        Matcher home = SCHEME.matcher(prefix);
        if (!written.matches() || !home.matches() || !written.group(1).startsWith(home.group(1))) {
            return Optional.empty();
        }
        return Optional.of(written.group(1).substring(home.group(1).length()))
                .filter(id -> ID.matcher(id).matches());
    }

    private DeliveryRequest question(EnrichmentRequest request, String id) {
        Obj sent = request.input().with("certificate", Value.text(id));
        Delivery delivery = Delivery.of(request.leadId(), "lookup", request.leadId())
                .at(request.at())
                .deadline(request.deadline())
                .test(request.test())
                .build();
        Obj call = known.computeIfAbsent(request.config(), CertificateEnricher::call);
        return new DeliveryRequest(sent, Scope.EMPTY.with(Section.LEAD, sent), call, delivery, BigDecimal.ZERO);
    }

    private static Enrichment answer(DeliveryResult result) {
        String scanned = scanned(result.appended().get("insights").part("scans").part("result"));
        Outcome outcome = result.outcome() == Outcome.SUCCESS && scanned != null ? Outcome.FAILURE : result.outcome();
        Outcome told = outcome == Outcome.SUCCESS || outcome == Outcome.FAILURE ? outcome : Outcome.ERROR;
        String reason = scanned == null ? result.reason().orElse("No answer") : scanned;
        Value facts = result.appended().get("insights").part("properties");
        Obj data = result.appended()
                .with("valid", told == Outcome.SUCCESS ? Bool.TRUE : Bool.FALSE)
                .with("age_seconds", facts.part("age_seconds"))
                .with("domain", facts.part("domain"));
        return new Enrichment(told, told == Outcome.SUCCESS ? null : reason, data, BigDecimal.ZERO, false);
    }

    /** What a page should have said and did not, and the other way round; null when all is well. */
    private static @Nullable String scanned(Value result) {
        StringJoiner all = new StringJoiner("; ");
        told(result.part("required_not_found")).ifPresent(texts -> all.add("Required text not found " + texts));
        told(result.part("forbidden_found")).ifPresent(texts -> all.add("Forbidden text found " + texts));
        String text = all.toString();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static Optional<String> told(Value texts) {
        List<String> all = new ArrayList<>();
        if (texts instanceof Arr found) {
            found.forEach(each -> all.add(each.text()));
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of("(" + all.size() + "): "
                        + String.join(", ", all.stream().sorted().toList()));
    }
}
