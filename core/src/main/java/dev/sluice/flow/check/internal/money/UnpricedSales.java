package dev.sluice.flow.check.internal.money;

import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Strategy;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import dev.sluice.types.Stage;
import java.util.List;
import java.util.stream.Stream;

/**
 * Recipients that pay nothing where others of the same distribution pay, and flows that reckon with revenue which nobody
 * brings. Flows whose recipients all are their own are not meant.
 */
final class UnpricedSales implements Check {
    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof DistributeStep distribution && !isAuction(step)) {
                    amongOthers(place, distribution.recipients(), found);
                }
            }
        });
        altogether(subject.flow(), found);
    }

    private static void amongOthers(Place place, List<RecipientStep> recipients, Found found) {
        if (recipients.stream().noneMatch(UnpricedSales::pays)) {
            return;
        }
        for (int i = 0; i < recipients.size(); i++) {
            RecipientStep recipient = recipients.get(i);
            if (recipient.billable() && !pays(recipient)) {
                tell(
                        place.below("recipients", i),
                        "others here pay for a lead, and this recipient pays nothing",
                        found);
            }
        }
    }

    private static void altogether(FlowDefinition flow, Found found) {
        List<StepDefinition> steps = FlowLayout.allSteps(flow).toList();
        boolean paid = steps.stream()
                .anyMatch(step -> isAuction(step) || step instanceof RecipientStep recipient && pays(recipient));
        boolean sold = steps.stream().anyMatch(step -> step instanceof RecipientStep recipient && recipient.billable());
        boolean reckoned = Stream.concat(
                        Stream.of(flow.pricing()), flow.sources().stream().map(SourceDefinition::pricing))
                .anyMatch(pricing -> pricing.share() != null || pricing.margin() != null);
        if (sold && reckoned && !paid) {
            tell(new Place("/steps", Stage.STEP), "prices depend on what recipients pay, and none pays", found);
        }
    }

    private static void tell(Place place, String text, Found found) {
        found.warning("price_never_set", place.pointer(), text + "; give it a 'pricing'");
    }

    private static boolean pays(RecipientStep recipient) {
        Pricing pricing = recipient.pricing();
        return !pricing.isEmpty();
    }

    private static boolean isAuction(StepDefinition step) {
        return step instanceof DistributeStep distribution && distribution.strategy() instanceof Strategy.PingPost;
    }
}
