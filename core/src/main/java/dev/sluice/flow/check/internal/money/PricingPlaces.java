package dev.sluice.flow.check.internal.money;

import dev.sluice.flow.Cap;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import dev.sluice.types.Stage;
import java.time.Duration;

/** Settings of prices that do nothing where they stand. */
final class PricingPlaces implements Check {
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void pricing(Place place, Pricing pricing) {
                if (place.stage() == Stage.DELIVERY) {
                    sale(place.pointer(), pricing, found);
                } else {
                    purchase(place.pointer(), pricing, found);
                }
            }

            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof RecipientStep recipient) {
                    unbounded(place.pointer(), recipient, found);
                }
            }
        });
    }

    private static void purchase(String pointer, Pricing pricing, Found found) {
        if (pricing.floor() != null) {
            misplaced(pointer + "/floor", "a floor bounds what a recipient pays; set it there", found);
        }
        Pricing.Service service = pricing.service();
        if (service != null
                && (service.timeout().isZero()
                        || service.timeout().isNegative()
                        || service.timeout().compareTo(LONGEST) > 0)) {
            found.error(
                    "invalid_timeout", pointer + "Service/timeoutMs", "a time-out is more than 0 and at most a day");
        }
    }

    private static void sale(String pointer, Pricing pricing, Found found) {
        if (pricing.share() != null) {
            misplaced(pointer + "/share", "a recipient's price is no share; set it at the flow or source", found);
        }
        if (pricing.margin() != null) {
            misplaced(pointer + "/minimumMargin", "a margin is the lead's; set it at the flow or source", found);
        }
        if (pricing.service() != null) {
            misplaced(pointer + "Service", "services price leads at a flow or source; remove it here", found);
        }
    }

    private static void misplaced(String pointer, String text, Found found) {
        found.error("pricing_out_of_place", pointer, text);
    }

    private static void unbounded(String pointer, RecipientStep recipient, Found found) {
        boolean named = recipient.pricing().override() && recipient.pricing().maximum() == null;
        for (int i = 0; named && i < recipient.caps().size(); i++) {
            if (recipient.caps().get(i) instanceof Cap cap && cap.type() == Cap.Type.REVENUE) {
                found.warning(
                        "unbounded_revenue",
                        pointer + "/caps/" + i,
                        "the recipient names its price, so this cap may be exceeded by one; give its pricing a 'max'");
            }
        }
    }
}
