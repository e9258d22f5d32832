package dev.sluice.http;

import dev.sluice.http.internal.HeaderRules;
import dev.sluice.http.internal.Setting;
import dev.sluice.http.internal.body.ArrayRule;
import dev.sluice.http.internal.body.Ascii;
import dev.sluice.http.internal.body.Field;
import dev.sluice.http.internal.body.FormText;
import dev.sluice.http.internal.body.JsonText;
import dev.sluice.http.internal.body.JsonTree;
import dev.sluice.http.internal.body.XmlText;
import dev.sluice.http.internal.soap.SoapCall;
import dev.sluice.http.internal.soap.SoapVersion;
import dev.sluice.http.internal.soap.UsernameToken;
import dev.sluice.http.internal.soap.Wsdl;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Makes a request of settings whose templates are rendered, and of the fields to send. Pure: nothing is looked up or sent.
 * Made for one delivery; not shared between threads.
 *
 * <p>Fields come from the setting {@code fields}, whose names may have dots, or from a mapped lead.
 */
public final class RequestBuilder {
    private static final String ACCEPT =
            "application/json;q=0.9,text/xml;q=0.8,application/xml;q=0.7,text/html;q=0.6,text/plain;q=0.5";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String AUTHORIZATION = "Authorization";

    private final Obj settings;
    private final Format format;
    private final Obj fields;
    private final boolean nested;
    private Instant at = Instant.EPOCH;
    private String seed = "";

    private RequestBuilder(Obj settings, Format format, Obj fields, boolean nested) {
        this.settings = settings;
        this.format = format;
        this.fields = isOn(settings, Setting.SEND_ASCII, false) ? Ascii.of(fields) : fields;
        this.nested = nested;
    }

    /** A builder for {@code settings}, in any of their spellings; fields are those that they name. */
    public static RequestBuilder of(Obj settings) {
        Obj canonical = Setting.canonical(settings);
        Setting.checkGroups(canonical);
        Obj named = canonical.get(Setting.FIELDS) instanceof Obj obj ? obj : Obj.EMPTY;
        return new RequestBuilder(canonical, format(canonical), named, false);
    }

    /** As {@link #of(Obj, Obj)} for settings whose names are canonical already. */
    static RequestBuilder ofCanonical(Obj settings, Obj lead) {
        return settings.get(Setting.FIELDS) instanceof Obj named
                ? new RequestBuilder(settings, format(settings), named, false)
                : settings.get(Setting.FIELDS).isMissing()
                        ? new RequestBuilder(settings, format(settings), lead, true)
                        : new RequestBuilder(settings, format(settings), Obj.EMPTY, false);
    }

    /** A builder for {@code settings} that sends {@code lead}, unless the settings name fields of their own. */
    public static RequestBuilder of(Obj settings, Obj lead) {
        RequestBuilder own = of(settings);
        return own.settings.get(Setting.FIELDS).isMissing()
                ? new RequestBuilder(own.settings, own.format, lead, true)
                : own;
    }

    private static Format format(Obj settings) {
        String name = text(settings, Setting.FORMAT).orElse("json");
        return Format.named(name)
                .orElseThrow(() -> new InvalidRequestException(
                        "/format", "'" + name + "' is no format; use json, xml, form, query or soap"));
    }

    /**
     * What makes this message unlike any other, where its format wants to know.
     *
     * @param moment when it is made
     * @param unique text that no other message has
     */
    public RequestBuilder at(Instant moment, String unique) {
        this.at = moment;
        this.seed = unique;
        return this;
    }

    /** How fields are written. */
    public Format format() {
        return format;
    }

    /**
     * Whether the settings ask to follow redirects; by default only queries do. {@link WebhookDelivery} follows
     * where the settings say so in so many words, and where that is safe.
     */
    public boolean followsRedirects() {
        return isOn(settings, Setting.FOLLOW_REDIRECTS, format == Format.QUERY);
    }

    /**
     * The request.
     *
     * @param egress who may be spoken to
     * @throws InvalidRequestException when none can be made
     */
    public Request build(Egress egress) {
        String url = checked(egress, text(settings, Setting.URL).orElse(""));
        Headers headers = headers();
        Request request = format == Format.SOAP ? soap(egress, headers) : plain(url, method(), headers);
        return withQuery(request);
    }

    /** A request without a body yet: address, headers and credentials. */
    Request head(String method, Egress egress) {
        String url = checked(egress, text(settings, Setting.URL).orElse(""));
        return Request.of(method, url, authorized(named()));
    }

    private static String checked(Egress egress, String url) {
        egress.refusal(url).ifPresent(refusal -> {
            throw new InvalidRequestException("/url", refusal.text());
        });
        return url;
    }

    private String method() {
        Optional<String> chosen = text(settings, Setting.METHOD).map(name -> name.toUpperCase(Locale.ROOT));
        if (chosen.isEmpty() || format.methods().isEmpty()) {
            return format.method();
        }
        if (!format.methods().contains(chosen.get())) {
            throw new InvalidRequestException(
                    "/method", "Unsupported HTTP method - use " + String.join(", ", format.methods()));
        }
        return chosen.get();
    }

    private Headers named() {
        Headers headers = Headers.NONE;
        if (settings.get(Setting.HEADERS) instanceof Obj named) {
            for (Map.Entry<String, Value> header : named.members().entrySet()) {
                headers = withHeader(headers, header.getKey(), header.getValue());
            }
        }
        return headers;
    }

    private Headers headers() {
        Headers headers = named();
        String given = headers.get(CONTENT_TYPE).orElse(format.mark()).toLowerCase(Locale.ROOT);
        if (!given.contains(format.mark()) && isEmpty(Setting.BODY) && isEmpty(Setting.BODY_PARAMETER)) {
            throw new InvalidRequestException("/headers/Content-Type", "Invalid Content-Type header value");
        }
        return authorized(headers);
    }

    private static Headers withHeader(Headers headers, String written, Value value) {
        String name = HeaderRules.name(written);
        String text = value instanceof Arr arr ? joined(arr) : value.text();
        boolean dropped = value instanceof Obj || text.isBlank();
        return dropped ? headers : headers.set(name, HeaderRules.value(name, text));
    }

    private static String joined(Arr values) {
        StringJoiner all = new StringJoiner(", ");
        values.forEach(value -> all.add(value.text()));
        return all.toString();
    }

    private Headers authorized(Headers headers) {
        Optional<String> user = text(settings, Setting.BASIC_USERNAME);
        Optional<String> password = text(settings, Setting.BASIC_PASSWORD);
        Optional<String> token = text(settings, Setting.BEARER_TOKEN);
        if (headers.get(AUTHORIZATION).isPresent()) {
            return headers;
        }
        if (user.isPresent() && password.isPresent()) {
            return headers.and(AUTHORIZATION, basic(user.get(), password.get()));
        }
        return token.isPresent()
                ? headers.and(AUTHORIZATION, HeaderRules.value(AUTHORIZATION, "Bearer " + token.get()))
                : headers;
    }

    /** The first colon ends the name: one with a colon would be another name with another password. */
    private static String basic(String user, String password) {
        if (user.indexOf(':') >= 0 || (user + password).chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRequestException(
                    "/" + Setting.BASIC_USERNAME,
                    "a user name has no colon, and neither it nor its password control characters");
        }
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private Request plain(String url, String method, Headers headers) {
        Headers all = headers.set("Accept", ACCEPT);
        if (format == Format.QUERY) {
            return Request.of(method, withQuery(url, FormText.encoded(fields())), all.without(CONTENT_TYPE));
        }
        boolean wrapped = format != Format.FORM && !isEmpty(Setting.BODY_PARAMETER);
        String type = headers.get(CONTENT_TYPE).orElse(wrapped ? FORM : format.contentType());
        return Request.of(method, url, all.set(CONTENT_TYPE, type)).body(wrapped ? wrapped() : document());
    }

    private String document() {
        Optional<String> own = text(settings, Setting.BODY);
        if (own.isPresent()) {
            return own.get();
        }
        return switch (format) {
            case JSON -> JsonText.of(tree());
            case XML -> XmlText.of(fields());
            default ->
                isOn(settings, Setting.ENCODE_NAMES, true) ? FormText.encoded(fields()) : FormText.rawNames(fields());
        };
    }

    private List<Field> fields() {
        List<Field> all = nested ? Field.nested(fields) : Field.dotted(fields);
        ArrayRule rule = arrays();
        all.removeIf(field -> field.isDroppedBy(rule));
        return all;
    }

    private Value tree() {
        return nested ? JsonTree.compact(fields, arrays()) : JsonTree.of(fields, arrays());
    }

    private ArrayRule arrays() {
        return isOn(settings, Setting.PACKAGE_COMPATIBLE, false) ? ArrayRule.FALSY : ArrayRule.NOTHINGS;
    }

    /** The document as one parameter of a form, with others after it. */
    private String wrapped() {
        StringJoiner pairs = new StringJoiner("&");
        if (!fields.isBlank() || !isEmpty(Setting.BODY)) {
            String name = text(settings, Setting.BODY_PARAMETER).orElse("");
            pairs.add(FormText.encode(name) + "=" + FormText.encode(document()));
        }
        if (JsonTree.of(group(Setting.NESTED_PARAMETERS), ArrayRule.NOTHINGS) instanceof Obj documents) {
            documents
                    .members()
                    .forEach((name, value) ->
                            pairs.add(FormText.encode(name) + "=" + FormText.encode(JsonText.of(value))));
        }
        Obj extra = group(Setting.EXTRA_PARAMETERS);
        if (!extra.isBlank()) {
            pairs.add(FormText.encoded(Field.dotted(extra)));
        }
        return pairs.toString();
    }

    private Obj group(String name) {
        return settings.get(name) instanceof Obj obj ? obj : Obj.EMPTY;
    }

    private Request soap(Egress egress, Headers headers) {
        String function = needed(Setting.FUNCTION, "Function is required");
        String version = text(settings, Setting.SOAP_VERSION).orElse("1.1").strip();
        if (!version.equals("1.1") && !version.equals("1.2")) {
            throw new InvalidRequestException("/soapVersion", "Must be valid SOAP version: 1.1 or 1.2");
        }
        SoapCall call = SoapCall.of(
                Wsdl.read(needed(Setting.WSDL, "a SOAP call needs the service's WSDL")),
                function,
                SoapVersion.of(version),
                fields(),
                arrays() == ArrayRule.FALSY ? SoapCall.ArgumentOrder.MAPPING : SoapCall.ArgumentOrder.SCHEMA,
                soapHeader(headers),
                soapRoot());
        Headers all = headers.set(CONTENT_TYPE, HeaderRules.value(CONTENT_TYPE, call.contentType()));
        Headers acting = call.hasActionHeader()
                ? all.set("SOAPAction", HeaderRules.value("SOAPAction", "\"" + call.action() + "\""))
                : all;
        return Request.of("POST", checked(egress, call.url()), acting).body(call.body());
    }

    private String needed(String name, String otherwise) {
        return text(settings, name).orElseThrow(() -> new InvalidRequestException("/" + name, otherwise));
    }

    /** A header also stands, empty, where the request is authorized: some services look for it. */
    private SoapCall.Header soapHeader(Headers headers) {
        Obj named = group(Setting.SOAP_HEADER);
        boolean authorized = headers.get(AUTHORIZATION).isPresent();
        Optional<UsernameToken> token = authorized
                ? Optional.empty()
                : text(settings, Setting.WSS_USERNAME).flatMap(user -> text(settings, Setting.WSS_PASSWORD)
                        .map(password -> new UsernameToken(
                                user, password, isOn(settings, Setting.WSS_DIGEST, false), at, seed)));
        return new SoapCall.Header(!named.isBlank() || authorized || token.isPresent(), Field.dotted(named), token);
    }

    private SoapCall.Root soapRoot() {
        String name = text(settings, Setting.ROOT_XMLNS_NAME).orElse("");
        String value = text(settings, Setting.ROOT_XMLNS_VALUE).orElse("");
        return new SoapCall.Root(text(settings, Setting.ROOT_PREFIX).orElse(""), value.isEmpty() ? "" : name, value);
    }

    private Request withQuery(Request request) {
        Obj named = group(Setting.QUERY);
        if (named.isBlank()) {
            return request;
        }
        Request moved = Request.of(
                request.method(), withQuery(request.url(), FormText.encoded(Field.dotted(named))), request.headers());
        return request.body().map(moved::body).orElse(moved);
    }

    /** {@code url} with more of a query; what follows a {@code #} is for browsers and is left out. */
    private static String withQuery(String url, String query) {
        int fragment = url.indexOf('#');
        String sent = fragment < 0 ? url : url.substring(0, fragment);
        if (query.isEmpty()) {
            return sent;
        }
        String joint = sent.indexOf('?') < 0 ? "?" : sent.endsWith("?") || sent.endsWith("&") ? "" : "&";
        return sent + joint + query;
    }

    private boolean isEmpty(String name) {
        return text(settings, name).isEmpty();
    }

    /** The text of a setting; empty when it is left out or blank. */
    private static Optional<String> text(Obj settings, String name) {
        return Optional.of(settings.get(name).text()).filter(text -> !text.isBlank());
    }

    private static boolean isOn(Obj settings, String name, boolean byDefault) {
        Value given = settings.get(name);
        Value value = given instanceof Typed typed ? typed.normal() : given;
        if (value instanceof Bool bool) {
            return bool.value();
        }
        return value instanceof Text text ? text.value().strip().equalsIgnoreCase("true") : byDefault;
    }
}
