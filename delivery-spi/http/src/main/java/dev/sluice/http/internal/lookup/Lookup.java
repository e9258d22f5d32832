package dev.sluice.http.internal.lookup;

import dev.sluice.http.InvalidRequestException;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a look-up at one provider.
 *
 * @param name what the provider is called in the data; empty when nothing is said
 * @param webhook how to ask
 * @param cost what an answer costs
 * @param cacheTtl how long answers are kept; zero for not at all
 * @param budget what all answers of a day may cost
 */
public record Lookup(String name, Obj webhook, BigDecimal cost, Duration cacheTtl, DailyBudget budget) {
    private static final String COST = "cost";
    private static final String CACHE_TTL = "cacheTtl";
    private static final String NAME = "name";
    private static final String DAILY_BUDGET = "dailyBudget";
    private static final Set<String> OURS =
            Set.of(NAME, COST, CACHE_TTL, "cache_ttl", DAILY_BUDGET, "daily_budget", Waterfall.DEFAULTS);

    /** @throws InvalidRequestException when a setting is wrong */
    static Lookup of(Obj config) {
        Value ttl = config.get(CACHE_TTL).isMissing() ? config.get("cache_ttl") : config.get(CACHE_TTL);
        Value daily = config.get(DAILY_BUDGET).isMissing() ? config.get("daily_budget") : config.get(DAILY_BUDGET);
        return new Lookup(
                config.get(NAME).text(),
                webhookOf(config),
                amount(COST, config.get(COST)).orElse(BigDecimal.ZERO),
                duration(ttl),
                DailyBudget.of(amount(DAILY_BUDGET, daily)));
    }

    /** The settings without those that only look-ups have. */
    public static Obj webhookOf(Obj config) {
        Obj webhook = Obj.EMPTY;
        for (Map.Entry<String, Value> member : config.members().entrySet()) {
            webhook = OURS.contains(member.getKey()) ? webhook : webhook.with(member.getKey(), member.getValue());
        }
        return webhook;
    }

    private static Optional<BigDecimal> amount(String name, Value value) {
        if (value.isAbsent()) {
            return Optional.empty();
        }
        if (value instanceof Num num && num.value().signum() >= 0) {
            return Optional.of(num.value());
        }
        throw new InvalidRequestException("/" + name, "an amount of money is a number, not below 0");
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

    public boolean keepsAnswers() {
        return !cacheTtl.isZero();
    }
}
