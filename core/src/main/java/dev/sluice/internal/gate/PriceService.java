package dev.sluice.internal.gate;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Effect;
import dev.sluice.flow.Pricing;
import dev.sluice.internal.Calls;
import dev.sluice.internal.Hearing;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.pricing.Money;
import dev.sluice.internal.wiring.PluginFault;
import dev.sluice.pricing.PriceQuote;
import dev.sluice.pricing.PriceRequest;
import dev.sluice.pricing.PricingService;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pricing service of the host, asked under a time-out. Whatever it does, there is an answer. */
public record PriceService(Pricing.Service definition, PricingService service) {
    private static final Shape FACTS = Shape.of("service", "reason", "fault");

    /**
     * What came of asking.
     *
     * @param price empty for none
     * @param facts which service, what it says, and the kind of its fault
     * @param detail the text of a fault
     */
    record Answer(Optional<BigDecimal> price, Obj facts, Obj detail) {}

    Answer ask(Hearing hearing) {
        LeadRun run = hearing.run();
        if (run.isPreview() && service.effect() != Effect.NONE) {
            return fallback("not_asked", null, Obj.EMPTY);
        }
        PriceRequest request = request(hearing);
        return run.plan()
                .calls()
                .one(run, Calls.Call.of(() -> asked(run, request), request.deadline(), begun -> late()));
    }

    private Answer asked(LeadRun run, PriceRequest request) {
        long started = run.clock().nanos();
        PluginFault.Answer<PriceQuote> answer = PluginFault.guard(
                definition.name(), () -> service.price(request), fault -> PriceQuote.NONE.because(fault));
        boolean late = run.clock().nanos() - started > definition.timeout().toNanos();
        return late ? late() : judge(run, answer);
    }

    private Answer late() {
        return fallback("late", null, Obj.EMPTY);
    }

    private PriceRequest request(Hearing hearing) {
        LeadRun run = hearing.run();
        return new PriceRequest(
                run.plan().id(),
                run.source().definition().id(),
                run.leadId(),
                hearing.scope(),
                hearing.at(),
                Deadline.in(definition.timeout(), run.clock()::nanos),
                run.isTest());
    }

    private Answer judge(LeadRun run, PluginFault.Answer<PriceQuote> answer) {
        PriceQuote quote = answer.value();
        String reason = quote.reason().map(run::withoutPersonal).orElse(null);
        if (!answer.detail().isBlank()) {
            boolean none = answer.detail().get("fault").text().equals("null");
            return fallback(none ? "null" : "threw", reason, answer.detail());
        }
        String fault = quote.price().map(PriceService::fault).orElse("no_price");
        return fault.isEmpty()
                ? new Answer(quote.price(), facts(reason, null), Obj.EMPTY)
                : fallback(fault, reason, Obj.EMPTY);
    }

    private static String fault(BigDecimal price) {
        if (price.signum() < 0) {
            return "negative";
        }
        if (price.compareTo(Money.MAXIMUM) > 0) {
            return "too_high";
        }
        return Money.isPlain(price) ? "" : "too_fine";
    }

    private Answer fallback(String fault, @Nullable String reason, Obj detail) {
        return new Answer(Optional.ofNullable(definition.fallback()), facts(reason, fault), detail);
    }

    private Obj facts(@Nullable String reason, @Nullable String fault) {
        return Obj.of(FACTS, new Text(definition.name()), text(reason), text(fault));
    }

    private static Value text(@Nullable String text) {
        return text == null ? Missing.MISSING : new Text(text);
    }
}
