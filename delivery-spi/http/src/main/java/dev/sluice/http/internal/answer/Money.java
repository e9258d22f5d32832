package dev.sluice.http.internal.answer;

import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as recipients write them. */
final class Money {
    private static final Pattern AMOUNT = Pattern.compile(
            "\\p{Sc}?\\s*(-?)\\p{Sc}?\\s*(\\d{1,18}|\\d{1,3}(?:,\\d{3}){1,5})(\\.\\d{1,10})?\\s*(?:\\p{Sc}|[A-Za-z]{3})?");

    private Money() {}

    static Optional<BigDecimal> of(Value value) {
        if (value instanceof Num num) {
            return Optional.of(num.value());
        }
        if (value.isAbsent()) {
            return Optional.empty();
        }
        Matcher amount = AMOUNT.matcher(value.text().strip());
        if (!amount.matches()) {
            return Optional.empty();
        }
        String cents = amount.group(3) == null ? "" : amount.group(3);
        return Optional.of(new BigDecimal(amount.group(1) + amount.group(2).replace(",", "") + cents));
    }
}
