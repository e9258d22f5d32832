package dev.sluice.internal.gate;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.internal.Calls;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.wiring.PluginFault;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One question to an enricher. Whatever the enricher does, there is an answer: a fault, silence and a lie each become an
 * answer that names its kind. Asked once, on any thread.
 */
public final class Inquiry {
    private final Service service;
    private final LeadRun run;
    private final Obj input;
    private final At at;

    /** Who is asked, under which settings, and how long it may take. */
    public record Service(String plugin, Enricher enricher, Obj config, Duration timeout) {}

    /**
     * What came of a question.
     *
     * @param fault its kind: the class of an exception, {@code null}, {@code timeout}, or what was wrong with the
     *     answer; null for none
     * @param detail the text of a fault, which may hold personal values
     * @param digest of what was asked; missing where the call does not reach the world
     */
    public record Answer(Enrichment enrichment, @Nullable String fault, Obj detail, long millis, Value digest) {
        public Answer(Enrichment enrichment, @Nullable String fault, Obj detail, long millis) {
            this(enrichment, fault, detail, millis, Missing.MISSING);
        }

        public static Answer of(Enrichment enrichment) {
            return new Answer(enrichment, null, Obj.EMPTY, 0);
        }

        private Answer to(Value question) {
            return new Answer(enrichment, fault, detail, millis, question);
        }
    }

    public Inquiry(Service service, LeadRun run, Obj input, At at) {
        this.service = service;
        this.run = run;
        this.input = input;
        this.at = at;
    }

    /** When it must be answered if it is asked now: after its own time-out, and not after {@code all} of its kind. */
    private Deadline deadline(Deadline all) {
        Duration left = all.left();
        return Deadline.in(left.compareTo(service.timeout()) < 0 ? left : service.timeout(), run.clock()::nanos);
    }

    /** The question as a call of a plugin, to be made now. */
    public Calls.Call<Answer> call(Deadline all) {
        Deadline deadline = deadline(all);
        long started = run.clock().nanos();
        Value digest = run.plan().digests().of(service.enricher().effect(), service.plugin(), service.config(), input);
        return Calls.Call.of(() -> ask(deadline).to(digest), deadline, begun -> timedOut(
                        run.clock().millisSince(started))
                .to(digest));
    }

    private Answer ask(Deadline deadline) {
        if (deadline.passed()) {
            return timedOut(0);
        }
        long started = run.clock().nanos();
        EnrichmentRequest request =
                new EnrichmentRequest(input, service.config(), run.leadId(), at, deadline, run.isTest());
        PluginFault.Answer<Enrichment> given =
                PluginFault.guard(service.plugin(), () -> service.enricher().enrich(request), Enrichment::error);
        long millis = run.clock().millisSince(started);
        if (given.kind() != null) {
            return new Answer(given.value(), given.kind(), given.detail(), millis);
        }
        Answer answer = Plausible.check(service.plugin(), withoutPersonal(given.value()), millis);
        return deadline.passed() ? late(answer) : answer;
    }

    private Enrichment withoutPersonal(Enrichment given) {
        String reason = given.reason();
        return reason == null
                ? given
                : new Enrichment(
                        given.outcome(), run.withoutPersonal(reason), given.data(), given.cost(), given.cached());
    }

    /** What came too late is not used, but it is paid for. */
    private Answer late(Answer answer) {
        Answer none = timedOut(answer.millis());
        return new Answer(
                none.enrichment().cost(answer.enrichment().cost()), none.fault(), none.detail(), none.millis());
    }

    private Answer timedOut(long millis) {
        String reason = "Plugin " + service.plugin() + " gave no answer in time";
        return new Answer(Enrichment.error(reason), "timeout", Obj.EMPTY, millis);
    }
}
