package dev.sluice.http;

import dev.sluice.delivery.Enrichment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a look-up.
 *
 * @param webhook how to ask
 * @param cost what an answer costs
 * @param cacheTtl how long answers are kept; zero for not at all
 * @param defaults the data when there is no answer
 */
record Lookup(Obj webhook, BigDecimal cost, Duration cacheTtl, Obj defaults) {
    private static final String COST = "cost";
    private static final String CACHE_TTL = "cacheTtl";
    private static final String DEFAULTS = "defaults";
    private static final Set<String> OURS = Set.of(COST, CACHE_TTL, "cache_ttl", DEFAULTS);

    /** @throws InvalidRequestException when a setting is wrong */
    static Lookup of(Obj config) {
        Value ttl = config.get(CACHE_TTL).isMissing() ? config.get("cache_ttl") : config.get(CACHE_TTL);
        return new Lookup(webhookOf(config), cost(config.get(COST)), duration(ttl), defaults(config.get(DEFAULTS)));
    }

    /** The settings without those that only look-ups have. */
    static Obj webhookOf(Obj config) {
        Obj webhook = Obj.EMPTY;
        for (Map.Entry<String, Value> member : config.members().entrySet()) {
            webhook = OURS.contains(member.getKey()) ? webhook : webhook.with(member.getKey(), member.getValue());
        }
        return webhook;
    }

    private static BigDecimal cost(Value value) {
        if (value.isAbsent()) {
            return BigDecimal.ZERO;
        }
        if (value instanceof Num num && num.value().signum() >= 0) {
            return num.value();
        }
        throw new InvalidRequestException("/cost", "the cost of an answer is a number, not below 0");
    }

    private static Duration duration(Value value) {
        try {
            Duration duration = value.isBlank() ? Duration.ZERO : Duration.parse(value.text());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException | ArithmeticException none) {
            // Said below.
        }
        throw new InvalidRequestException("/cacheTtl", "how long answers are kept is written as PT24H");
    }

    private static Obj defaults(Value value) {
        if (value.isAbsent()) {
            return Obj.EMPTY;
        }
        if (value instanceof Obj obj) {
            return obj;
        }
        throw new InvalidRequestException("/defaults", "the data when there is no answer is an object");
    }

    boolean keepsAnswers() {
        return !cacheTtl.isZero();
    }

    /** {@code answer} with the data for when there is none. */
    Enrichment orDefaults(Enrichment answer) {
        return new Enrichment(answer.outcome(), answer.reason(), defaults, answer.cost(), answer.cached());
    }
}
