package dev.sluice.internal.distribute;

import dev.sluice.delivery.Bid;
import dev.sluice.internal.LeadRun;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a bid: {@code max_age} in minutes since the lead was submitted, {@code states} that it may come from,
 * {@code require_consent} for a field {@code consent} that is true or a valid certificate of it. A condition that is not
 * known here is not met.
 */
final class BidTerms {
    private static final int MAX_SHOWN = 40;

    private BidTerms() {}

    /** Which condition the lead does not meet; null when it meets all. */
    static @Nullable String unmet(LeadRun run, At at, Bid bid) {
        for (Map.Entry<String, Value> condition : bid.conditions().members().entrySet()) {
            if (!condition.getValue().isAbsent() && !meets(run, at, condition.getKey(), condition.getValue())) {
                return "Condition not met: " + shown(condition.getKey());
            }
        }
        return null;
    }

    /** Names come from a bidder, so they are cut. */
    private static String shown(String name) {
        return name.length() <= MAX_SHOWN ? name : name.substring(0, MAX_SHOWN);
    }

    private static boolean meets(LeadRun run, At at, String name, Value wanted) {
        return switch (name) {
            case "max_age" -> isYoung(run, at, wanted.plain());
            case "states" -> isFrom(run.scope().section(Section.LEAD), wanted);
            case "require_consent" -> !isTrue(wanted) || hasConsent(run.scope().section(Section.LEAD));
            default -> false;
        };
    }

    private static boolean isYoung(LeadRun run, At at, Value minutes) {
        BigDecimal age = BigDecimal.valueOf(
                Duration.between(run.clock().start(), at.instant()).toMillis());
        return minutes instanceof Num most && age.compareTo(most.value().multiply(BigDecimal.valueOf(60_000))) <= 0;
    }

    private static boolean isFrom(Obj lead, Value states) {
        String state = lead.get("state").text();
        Stream<Value> allowed = states instanceof Arr arr ? arr.values().stream() : Stream.of(states);
        return allowed.anyMatch(each -> each.text().equalsIgnoreCase(state));
    }

    private static boolean hasConsent(Obj lead) {
        return isTrue(lead.get("consent"))
                || (lead.get("trustedform_cert_url") instanceof Typed certificate
                        && certificate.valid()
                        && !certificate.isBlank());
    }

    private static boolean isTrue(Value value) {
        return value.plain().text().equals("true");
    }
}
