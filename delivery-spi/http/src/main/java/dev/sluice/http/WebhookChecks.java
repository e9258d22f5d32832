package dev.sluice.http;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Secrets;
import dev.sluice.http.RefusedAddressException.Refusal;
import dev.sluice.http.internal.Rendered;
import dev.sluice.http.internal.Setting;
import dev.sluice.http.internal.Settings;
import dev.sluice.templates.Rendering;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with the settings of a recipient. */
final class WebhookChecks {
    private static final Set<String> KEYS = Set.of(
            Setting.URL,
            Setting.METHOD,
            Setting.FORMAT,
            Setting.HEADERS,
            Setting.FIELDS,
            Setting.BODY,
            Setting.QUERY,
            Setting.BODY_PARAMETER,
            Setting.EXTRA_PARAMETERS,
            Setting.NESTED_PARAMETERS,
            Setting.ENCODE_NAMES,
            Setting.BASIC_USERNAME,
            Setting.BASIC_PASSWORD,
            Setting.BEARER_TOKEN,
            Setting.SEND_ASCII,
            Setting.FOLLOW_REDIRECTS,
            Setting.PACKAGE_COMPATIBLE,
            Setting.WSDL,
            Setting.FUNCTION,
            Setting.SOAP_VERSION,
            Setting.SOAP_HEADER,
            Setting.SIGNING,
            Setting.WSS_USERNAME,
            Setting.WSS_PASSWORD,
            Setting.WSS_DIGEST,
            Setting.ROOT_PREFIX,
            Setting.ROOT_XMLNS_NAME,
            Setting.ROOT_XMLNS_VALUE,
            Setting.OAUTH,
            "response",
            StatusCall.STATUS,
            "timeoutMs",
            "timeout",
            "timeout_ms",
            "timeout_seconds",
            "retry",
            "retryCount",
            "retry_count",
            "pingUrl",
            "breaker",
            "rateLimit",
            "rate_limit",
            "ping_url");
    private static final Value ANYWHERE = Value.text("https://recipient.example/");

    private final Egress egress;
    private final Secrets secrets;

    WebhookChecks(Egress egress, Secrets secrets) {
        this.egress = egress;
        this.secrets = secrets;
    }

    List<ConfigProblem> check(Obj config) {
        List<ConfigProblem> problems = new ArrayList<>(unknown(config, ""));
        if (config.get(StatusCall.STATUS) instanceof Obj status) {
            problems.addAll(unknown(status, "/" + StatusCall.STATUS));
        }
        try {
            Webhook webhook = Webhook.compile(config);
            problems.addAll(secrets(webhook));
            problems.addAll(address(config.get(Setting.URL).text(), webhook.settings(), ""));
            webhook.status()
                    .map(call -> address(
                            config.part(StatusCall.STATUS).part(Setting.URL).text(),
                            call.settings(),
                            "/" + StatusCall.STATUS))
                    .ifPresent(problems::addAll);
            if (problems.isEmpty()) {
                tried(config, webhook);
            }
        } catch (InvalidRequestException wrong) {
            problems.add(new ConfigProblem(wrong.pointer(), "invalid_setting", wrong.text()));
        } catch (TemplateException wrong) {
            problems.add(new ConfigProblem("", "invalid_setting", "a template fails without data"));
        }
        return problems;
    }

    private static List<ConfigProblem> unknown(Obj settings, String place) {
        return settings.members().keySet().stream()
                .filter(name -> !KEYS.contains(Setting.canonical(name))
                        && Setting.canonical(Obj.EMPTY.with(name, ANYWHERE))
                                .get(name)
                                .equals(ANYWHERE))
                .map(name -> unknown(place, name))
                .toList();
    }

    private static ConfigProblem unknown(String place, String name) {
        String nearest = KEYS.stream()
                .min(Comparator.comparingInt((String key) -> distance(key, name))
                        .thenComparing(key -> key))
                .orElse("");
        return new ConfigProblem(
                place + "/" + name.replace("~", "~0").replace("/", "~1"),
                "unknown_setting",
                "'" + name + "' is no setting of a webhook; did you mean '" + nearest + "'?");
    }

    /** How many letters differ between two words, roughly: those that only one of them has. */
    private static int distance(String a, String b) {
        return (int) (a.chars().filter(c -> b.indexOf(c) < 0).count()
                + b.chars().filter(c -> a.indexOf(c) < 0).count()
                + Math.abs(a.length() - b.length()));
    }

    private List<ConfigProblem> secrets(Webhook webhook) {
        Stream<String> ofStatus = webhook.status().stream().flatMap(call -> call.settings().secrets().stream());
        return Stream.concat(webhook.settings().secrets().stream(), ofStatus)
                .distinct()
                .filter(name -> secrets.secret(name) == null)
                .map(name -> new ConfigProblem("", "unknown_secret", "the host has no secret '" + name + "'"))
                .toList();
    }

    private List<ConfigProblem> address(String url, Settings settings, String place) {
        if (url.isBlank()) {
            return List.of(problem(place, Refusal.MISSING));
        }
        return settings.hasConstantUrl()
                ? egress.refusal(url).map(refusal -> problem(place, refusal)).stream()
                        .toList()
                : List.of();
    }

    private static ConfigProblem problem(String place, Refusal refusal) {
        return new ConfigProblem(place + "/url", refusal.code(), refusal.text());
    }

    /** Makes the request of an empty lead: what then is wrong is wrong for every lead. */
    private void tried(Obj config, Webhook webhook) {
        Rendered rendered = new Rendered(Scope.EMPTY, Rendering.plain(At.utc(Instant.EPOCH)), name -> "secret");
        boolean soap = config.get(Setting.FORMAT).text().equalsIgnoreCase("soap");
        Obj settings = webhook.settings().hasConstantUrl()
                ? webhook.settings().render(rendered)
                : withoutUrl(webhook, rendered);
        RequestBuilder.of(soap ? settings : settings.with(Setting.FIELDS, Obj.EMPTY))
                .build(egress);
    }

    private static Obj withoutUrl(Webhook webhook, Rendered rendered) {
        return webhook.settings().renderWithUrl(rendered, ANYWHERE);
    }
}
