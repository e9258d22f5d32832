package dev.sluice.http;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.FileName;
import dev.sluice.delivery.FileTokens;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.Secrets;
import dev.sluice.delivery.transport.SettingChecks;
import dev.sluice.http.internal.Masker;
import dev.sluice.http.internal.Rendered;
import dev.sluice.http.internal.Setting;
import dev.sluice.http.internal.Settings;
import dev.sluice.templates.Rendering;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of one upload, with tokens and secrets in their places.
 *
 * @param settings as they are sent
 * @param rendered knows what is to be hidden
 * @param tokens what may be shown
 */
record Upload(Obj settings, Rendered rendered, Map<String, String> tokens) {
    private static final String TIMEOUT = "timeoutMs";
    private static final Set<String> NAMES = Set.of(
            Setting.URL,
            Setting.METHOD,
            Setting.HEADERS,
            Setting.BASIC_USERNAME,
            Setting.BASIC_PASSWORD,
            Setting.BEARER_TOKEN,
            Setting.OAUTH,
            TIMEOUT);
    private static final long USUAL_TIMEOUT = 300_000;

    /** @throws InvalidRequestException when a secret is not there, or an address is none */
    static Upload of(Obj config, FileTokens tokens, Secrets secrets) {
        Map<String, String> known = tokens.values();
        Instant at = Instant.ofEpochSecond(Long.parseLong(known.getOrDefault("timestamp", "0")));
        Rendered rendered = new Rendered(
                Scope.EMPTY,
                Rendering.plain(At.utc(at)),
                name -> known.containsKey(name) ? known.get(name) : secrets.secret(name));
        try {
            return new Upload(Settings.compile(config).render(rendered), rendered, known);
        } catch (TemplateException fault) {
            throw new InvalidRequestException("", "a template fails: " + fault.getMessage());
        }
    }

    static List<ConfigProblem> check(Obj config, FileTokens tokens, Secrets secrets, Egress egress) {
        SettingChecks checks = new SettingChecks(config)
                .known(NAMES)
                .required(Setting.URL)
                .oneOf(Setting.METHOD, Set.of("PUT", "POST"))
                .number(TIMEOUT, 1, 3_600_000);
        try {
            Settings compiled = Settings.compile(config);
            Map<String, String> known = tokens.values();
            compiled.secrets().stream()
                    .filter(name -> !known.containsKey(name) && secrets.secret(name) == null)
                    .forEach(name -> missing(name, config, checks));
            if (checks.problems().isEmpty()) {
                of(config, tokens, name -> "secret").head(egress);
            }
        } catch (InvalidRequestException wrong) {
            checks.add(wrong.pointer().replaceFirst("^/", ""), "invalid_setting", wrong.text());
        }
        return checks.problems();
    }

    private static void missing(String name, Obj config, SettingChecks checks) {
        if (config.get(Setting.URL).text().contains("{" + name + "}")) {
            checks.add(
                    Setting.URL,
                    "unknown_token",
                    "{" + name + "} is neither a secret of the host nor a token; there are " + FileTokens.names());
        } else {
            checks.add(Setting.HEADERS, "unknown_secret", "the host has no secret '" + name + "'");
        }
    }

    private Request head(Egress egress) {
        String method = settings.get(Setting.METHOD).text();
        return RequestBuilder.of(settings).head(method.isBlank() ? "PUT" : method, egress);
    }

    /** The request that brings {@code file}: below an address that ends with a slash, it stands under its name. */
    Request request(OutgoingFile file, Egress egress) {
        Request head = head(egress);
        String name = encoded(FileName.safe(file.name()));
        String url = head.url().endsWith("/") ? head.url() + name : head.url();
        Headers headers = head.headers()
                .set("Content-Type", file.mediaType())
                .set("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        return Request.of(head.method(), url, digested(headers, file)).file(file);
    }

    private static Headers digested(Headers headers, OutgoingFile file) {
        return file.sha256() == null
                ? headers
                : headers.set(
                        "Content-Digest",
                        "sha-256=:"
                                + Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(file.sha256()))
                                + ":");
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Webhook.Prepared prepared(Request request) {
        Obj oauth = settings.get(Setting.OAUTH) instanceof Obj obj ? obj : Obj.EMPTY;
        return new Webhook.Prepared(request, oauth, rendered, Redirects.IGNORED);
    }

    /** When the file was planned. A token of OAuth that has ended since is refused, and asked for anew. */
    Instant at() {
        return Instant.ofEpochSecond(Long.parseLong(tokens.getOrDefault("timestamp", "0")));
    }

    Duration timeout() {
        String given = settings.get(TIMEOUT).text();
        return Duration.ofMillis(given.isBlank() ? USUAL_TIMEOUT : Long.parseLong(given));
    }

    /** Where it went, without the query and without secrets. */
    String place(Request request) {
        int query = request.url().indexOf('?');
        String url = query < 0 ? request.url() : request.url().substring(0, query);
        List<String> secrets = rendered.used().stream()
                .filter(value -> !tokens.containsValue(value))
                .toList();
        return Masker.ofSecrets(secrets).hide(url);
    }
}
