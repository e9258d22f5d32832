package dev.sluice.inbound;

import static java.util.Objects.requireNonNull;

import dev.sluice.Flow;
import dev.sluice.PingResult;
import dev.sluice.Refusal;
import dev.sluice.Reply;
import dev.sluice.Submission;
import dev.sluice.flow.ResponseFormat;
import dev.sluice.flow.StatusTable;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads leads and pings from HTTP requests and writes their answers, without a server. Immutable and safe on any thread.
 *
 * <p>GET and POST; a body is JSON, XML or a form; parameters of the query stand over it. The credential is the header
 * {@code X-Api-Key} or a bearer token, the submission key the header {@code Idempotency-Key}. What cannot be read is
 * refused with the status that says so; a request's content never makes this throw.
 */
public final class InboundCodec {
    private static final InboundCodec STANDARD = new InboundCodec(InboundLimits.STANDARD, null, null, null);
    private static final StatusMapper ALWAYS = new StandardStatusMapper();
    private static final StatusMapper STRICT = new StrictStatusMapper();

    private final InboundLimits limits;
    private final @Nullable StatusMapper statuses;
    private final @Nullable FieldMap fields;
    private final @Nullable String credentialParameter;

    private InboundCodec(
            InboundLimits limits,
            @Nullable StatusMapper statuses,
            @Nullable FieldMap fields,
            @Nullable String credentialParameter) {
        this.limits = limits;
        this.statuses = statuses;
        this.fields = fields;
        this.credentialParameter = credentialParameter;
    }

    /** The codec for senders that write the names of fields. */
    public static InboundCodec standard() {
        return STANDARD;
    }

    /** This codec with other limits. */
    public InboundCodec limits(InboundLimits own) {
        return new InboundCodec(requireNonNull(own, "own"), statuses, fields, credentialParameter);
    }

    /** This codec with statuses of its own, whatever the response of a flow says. */
    public InboundCodec statuses(StatusMapper own) {
        return new InboundCodec(limits, requireNonNull(own, "own"), fields, credentialParameter);
    }

    /** This codec for a sender whose payloads have a form of their own. */
    public InboundCodec fields(FieldMap own) {
        return new InboundCodec(limits, statuses, requireNonNull(own, "own"), credentialParameter);
    }

    /**
     * This codec with the credential in a parameter of the query or the body, for senders that can set no header. It is
     * taken out of the lead; logs of servers and proxies may hold it all the same.
     */
    public InboundCodec credentialParameter(String name) {
        return new InboundCodec(limits, statuses, fields, requireNonNull(name, "name"));
    }

    /**
     * Reads a body to its end, or to just beyond what is allowed; such a body is refused when it is exchanged.
     *
     * @throws IOException if {@code body} cannot be read
     */
    public byte[] readBody(InputStream body) throws IOException {
        return body.readNBytes(limits.body() + 1);
    }

    /** Reads {@code request}, submits the lead or asks for the bid, and writes the answer. */
    public InboundResponse exchange(Flow flow, String source, InboundRequest request) {
        Inbound read = read(source, request);
        if (read instanceof Inbound.Given given) {
            return given.isPing() ? answer(given, flow.ping(given.lead())) : answer(given, flow.submit(given.lead()));
        }
        return ((Inbound.Refused) read).response();
    }

    /** What {@code request} holds, as coming from the source with id {@code source}. */
    public Inbound read(String source, InboundRequest request) {
        requireNonNull(source, "source");
        ResponseFormat format = null;
        try {
            method(request);
            format = Accepted.of(request)
                    .orElseThrow(() -> new Unreadable(
                            406, "Accept must allow application/json, application/xml, text/xml or text/plain"))
                    .format();
            return given(source, request, format);
        } catch (Unreadable fault) {
            return new Inbound.Refused(refusal(fault, format));
        }
    }

    private static void method(InboundRequest request) {
        if (!Set.of("GET", "POST").contains(request.method())) {
            throw new Unreadable(405, "Only GET and POST are allowed", Map.of("Allow", "GET, POST"));
        }
    }

    private Inbound given(String source, InboundRequest request, @Nullable ResponseFormat format) {
        if (request.query().length() > limits.query()) {
            throw new Unreadable(414, "The query is longer than " + limits.query() + " characters");
        }
        Obj body = new Body(limits).read(request);
        FormBody query = new FormBody(limits, StandardCharsets.UTF_8, "query");
        Obj payload = body.merge(query.read(request.query()));
        Lead lead = details(Lead.from(source), request)
                .with(Certificate.named(fieldsOf(payload), request.isPing()).members());
        return new Inbound.Given(
                proven(lead, request, payload), request.isPing(), format, Redirect.of(query.firsts(request.query())));
    }

    private Obj fieldsOf(Obj payload) {
        Obj mapped = fields == null ? payload : fields.fields(payload);
        if (credentialParameter == null || mapped.get(credentialParameter).isMissing()) {
            return mapped;
        }
        Map<String, Value> others = new LinkedHashMap<>(mapped.members());
        others.remove(credentialParameter);
        return Obj.of(others);
    }

    private static Lead details(Lead lead, InboundRequest request) {
        Lead known = request.ip() == null ? lead : lead.detail("ip", request.ip());
        known = detail(known, "user_agent", request.header("User-Agent"));
        return detail(known, "referrer", request.header("Referer"));
    }

    private static Lead detail(Lead lead, String name, Optional<String> value) {
        return value.isPresent() ? lead.detail(name, value.get()) : lead;
    }

    private Lead proven(Lead lead, InboundRequest request, Obj payload) {
        Optional<String> credential = credential(request, payload);
        Lead proven = credential.isPresent() ? lead.credential(credential.get()) : lead;
        Optional<String> key = request.header("Idempotency-Key");
        Lead keyed = key.isPresent() ? proven.withKey(key.get()) : proven;
        return fields != null && fields.isTest(payload) ? keyed.test() : keyed;
    }

    private Optional<String> credential(InboundRequest request, Obj payload) {
        return request.header("X-Api-Key")
                .or(() -> bearer(request))
                .or(() -> fields == null ? Optional.empty() : fields.credential(payload))
                .or(() -> parameter(payload));
    }

    private static Optional<String> bearer(InboundRequest request) {
        return request.header("Authorization")
                .filter(given -> given.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(given -> given.substring(7).strip());
    }

    private Optional<String> parameter(Obj payload) {
        Value given = credentialParameter == null ? Value.missing() : payload.get(credentialParameter);
        return given.isBlank() ? Optional.empty() : Optional.of(given.text());
    }

    private static InboundResponse refusal(Unreadable fault, @Nullable ResponseFormat format) {
        Obj told = Obj.EMPTY.with("outcome", Value.text("error")).with("reason", Value.text(fault.reason()));
        InboundResponse response = written(fault.status(), ReplyText.of(told, orJson(format)), orJson(format));
        for (Map.Entry<String, String> header : fault.headers().entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }

    private static ResponseFormat orJson(@Nullable ResponseFormat format) {
        return format == null ? ResponseFormat.JSON : format;
    }

    /** The response to a lead. */
    public InboundResponse answer(Inbound.Given asked, Submission answer) {
        int status = mapper(answer.reply()).of(answer);
        InboundResponse response = told(asked, answer.reply(), status);
        URI redirect = asked.redirect();
        return redirect != null && answer.refusal().isEmpty()
                ? new InboundResponse(303, response.headers(), response.text())
                        .with("Location", redirect.toASCIIString())
                : challenged(response, answer.refusal());
    }

    /** The response to a ping. */
    public InboundResponse answer(Inbound.Given asked, PingResult answer) {
        return challenged(told(asked, answer.reply(), mapper(answer.reply()).of(answer)), answer.refusal());
    }

    private StatusMapper mapper(Reply reply) {
        if (statuses != null) {
            return statuses;
        }
        return reply.statuses() == StatusTable.STRICT ? STRICT : ALWAYS;
    }

    private static InboundResponse told(Inbound.Given asked, Reply reply, int status) {
        Reply.Written own = reply.written();
        if (own != null) {
            Integer ownStatus = own.status();
            return written(ownStatus == null ? status : ownStatus, own.body(), own.format());
        }
        ResponseFormat format = asked.format() == null ? reply.format() : asked.format();
        return written(status, ReplyText.of(reply.content(), format), format);
    }

    private static InboundResponse written(int status, String body, ResponseFormat format) {
        return new InboundResponse(status, Map.of(), body)
                .with("Content-Type", ReplyText.mediaType(format))
                .with("Cache-Control", "no-store");
    }

    private static InboundResponse challenged(InboundResponse response, Optional<Refusal> refusal) {
        return response.status() == 401 && refusal.isPresent() ? response.with("WWW-Authenticate", "Bearer") : response;
    }
}
