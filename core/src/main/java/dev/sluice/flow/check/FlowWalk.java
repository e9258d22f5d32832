package dev.sluice.flow.check;

import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.Cap;
import dev.sluice.flow.CapEntry;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.GroupStep;
import dev.sluice.flow.ListStep;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.MappingValue;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.ResponseDefinition;
import dev.sluice.flow.RouteStep;
import dev.sluice.flow.SetStep;
import dev.sluice.flow.SharedCap;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Strategy;
import dev.sluice.flow.Suppression;
import dev.sluice.flow.Transform;
import dev.sluice.rules.RuleSet;
import dev.sluice.types.Arr;
import dev.sluice.types.Stage;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leads a visitor through a flow in the order of its text. The one place that knows where rules, templates, mappings and caps may stand. */
public final class FlowWalk {
    private final FlowVisitor visitor;
    private int depth;

    private FlowWalk(FlowVisitor visitor) {
        this.visitor = visitor;
    }

    /** Shows all of {@code flow} to {@code visitor}. */
    public static void through(FlowDefinition flow, FlowVisitor visitor) {
        new FlowWalk(visitor).flow(flow);
    }

    private void flow(FlowDefinition flow) {
        Place place = new Place("", Stage.GATE);
        mappings(place.at(Stage.INBOUND), flow.mappings());
        lookUps(place, flow);
        acceptance(place, flow.acceptance());
        duplicates(place.below("duplicateCheck"), flow.duplicateCheck());
        for (int i = 0; i < flow.suppression().size(); i++) {
            suppression(place.below("suppression", i), flow.suppression().get(i));
        }
        pricing(place, flow.pricing());
        entries(place, flow.caps());
        caps(place, "sharedCaps", flow.sharedCaps());
        for (int i = 0; i < flow.sources().size(); i++) {
            source(place.below("sources", i), flow.sources().get(i));
        }
        for (int i = 0; i < flow.feedback().size(); i++) {
            rules(
                    place.below("feedback", i).at(Stage.ANY),
                    flow.feedback().get(i).terms().ruleSet().orElse(null));
        }
        response(place, flow.response());
        steps(place.below("steps").at(Stage.STEP), flow.steps());
        Place subFlows = place.below("subFlows").at(Stage.STEP);
        flow.subFlows().forEach((name, steps) -> steps(subFlows.below(name), steps));
    }

    private void lookUps(Place place, FlowDefinition flow) {
        Place checks = place.below("listChecks");
        flow.listChecks().forEach((name, check) -> text(checks.below(name).below("value"), check.value()));
        List<LookUp> lookUps = flow.decisions().lookUps();
        for (int i = 0; i < lookUps.size(); i++) {
            Place own = place.below("purchasingDecisions").below("lookUps", i);
            rules(own, lookUps.get(i).ruleSet());
            mappings(own, lookUps.get(i).mappings());
        }
    }

    private void duplicates(Place place, @Nullable DuplicateCheck check) {
        if (check != null) {
            text(place.below("key"), check.key());
            text(place.below("reason"), check.reason());
        }
    }

    private void suppression(Place place, Suppression suppression) {
        text(place.below("value"), suppression.value());
        text(place.below("reason"), suppression.reason());
    }

    private void source(Place place, SourceDefinition source) {
        mappings(place.at(Stage.INBOUND), source.mappings());
        acceptance(place, source.acceptance());
        pricing(place, source.pricing());
        entries(place, source.caps());
        if (source.response() != null) {
            response(place, source.response());
        }
    }

    private void response(Place place, ResponseDefinition response) {
        for (int i = 0; i < response.templates().size(); i++) {
            Place own = place.below("response").below("templates", i).at(Stage.RESPONSE);
            rules(own, response.templates().get(i).ruleSet());
            text(own.below("body"), response.templates().get(i).body());
        }
    }

    private void acceptance(Place place, AcceptanceCriteria criteria) {
        Place own = place.below("acceptanceCriteria");
        rules(own, criteria.ruleSet());
        text(own.below("reason"), criteria.reason());
    }

    private void steps(Place place, List<StepDefinition> steps) {
        if (depth > StepDefinition.MAX_DEPTH && !steps.isEmpty()) {
            visitor.tooDeep(place);
            return;
        }
        visitor.sequence(place, steps);
        depth++;
        for (int i = 0; i < steps.size(); i++) {
            step(place.element(i), steps.get(i));
        }
        depth--;
    }

    private void step(Place place, StepDefinition step) {
        visitor.step(place, step);
        rules(place, step.ruleSet());
        if (step instanceof FilterStep filter) {
            action(place.below("onPass"), filter.onPass());
            action(place.below("onFail"), filter.onFail());
        } else if (step instanceof SetStep set) {
            mappings(place, set.mappings());
        } else if (step instanceof ListStep list) {
            list.values().forEach(value -> text(place.below("value"), value));
        } else if (step instanceof EnhancementStep enhancement) {
            mappings(place.at(Stage.DELIVERY), enhancement.mappings());
        } else if (step instanceof RecipientStep recipient) {
            recipient(place, recipient);
        } else {
            around(place, step);
        }
    }

    /** A step with others inside it. */
    private void around(Place place, StepDefinition step) {
        if (step instanceof RouteStep route) {
            for (int i = 0; i < route.branches().size(); i++) {
                Place branch = place.below("branches", i);
                rules(branch, "when", route.branches().get(i).when());
                steps(branch.below("steps"), route.branches().get(i).steps());
            }
            steps(place.below(RouteStep.DEFAULT), route.otherwise());
        } else if (step instanceof GroupStep group) {
            for (int i = 0; i < group.steps().size(); i++) {
                step(place.below("steps", i), group.steps().get(i));
            }
        } else if (step instanceof DistributeStep distribution) {
            distribution(place, distribution);
        }
    }

    private void distribution(Place place, DistributeStep distribution) {
        if (distribution.strategy() instanceof Strategy.PingPost auction) {
            value(place.below("floor"), auction.floor());
        }
        for (int i = 0; i < distribution.recipients().size(); i++) {
            step(place.below("recipients", i), distribution.recipients().get(i));
        }
    }

    private void action(Place place, FilterAction action) {
        text(place.below("reason"), action.reason());
    }

    private void recipient(Place place, RecipientStep recipient) {
        entries(place, recipient.caps());
        pricing(place.at(Stage.DELIVERY), recipient.pricing());
        mappings(place.at(Stage.DELIVERY), recipient.mappings());
        value(place.below("score"), recipient.standing().score());
    }

    private void mappings(Place place, List<MappingDefinition> mappings) {
        for (int i = 0; i < mappings.size(); i++) {
            MappingDefinition mapping = mappings.get(i);
            Place own = place.below("mappings", i);
            visitor.mapping(own, mapping);
            rules(own, mapping.ruleSet());
            mapped(own.below("value"), mapping.value());
            transforms(own.below("transform"), mapping.transforms());
            value(own.below("default"), mapping.fallback());
        }
    }

    private void transforms(Place place, List<Transform> transforms) {
        transforms.forEach(transform -> transform.template("lead.id").ifPresent(text -> text(place, text)));
    }

    private void mapped(Place place, MappingValue value) {
        if (value instanceof MappingValue.Choice choice) {
            visitor.ruleSet(place.below("if"), choice.when());
            mapped(place.below("then"), choice.then());
            mapped(place.below("else"), choice.otherwise());
        } else {
            value(place, ((MappingValue.Fixed) value).value());
        }
    }

    private void pricing(Place place, Pricing pricing) {
        Place own = place.below("pricing");
        visitor.pricing(own, pricing);
        for (int i = 0; i < pricing.prices().size(); i++) {
            Pricing.Price price = pricing.prices().get(i);
            rules(own.below("prices", i), price.ruleSet());
            value(own.below("prices", i).below("amount"), price.amount());
        }
        for (int i = 0; i < pricing.adjustments().size(); i++) {
            Pricing.Adjustment adjustment = pricing.adjustments().get(i);
            Place at = own.below("adjust", i);
            rules(at, adjustment.ruleSet());
            value(at.below(key(adjustment.operation())), adjustment.amount());
        }
    }

    private static String key(Pricing.Operation operation) {
        return operation == Pricing.Operation.ADD ? "add" : "multiply";
    }

    private void entries(Place place, List<CapEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            Place own = place.below("caps", i);
            if (entries.get(i) instanceof Cap cap) {
                cap(own, cap);
            } else {
                visitor.sharedCap(own, (SharedCap) entries.get(i));
            }
        }
    }

    private void caps(Place place, String key, List<Cap> caps) {
        for (int i = 0; i < caps.size(); i++) {
            cap(place.below(key, i), caps.get(i));
        }
    }

    private void cap(Place place, Cap cap) {
        visitor.cap(place, cap);
        rules(place, cap.ruleSet());
        text(place.below("reason"), cap.reason());
        caps(place, "caps", cap.caps());
    }

    private void rules(Place place, @Nullable RuleSet set) {
        rules(place, "ruleSet", set);
    }

    private void rules(Place place, String key, @Nullable RuleSet set) {
        if (set != null) {
            visitor.ruleSet(place.below(key), set);
        }
    }

    private void value(Place place, Value value) {
        if (value instanceof Text text) {
            text(place, text.value());
        } else if (value instanceof Arr arr) {
            for (int i = 0; i < arr.size(); i++) {
                value(place.element(i), arr.at(i));
            }
        }
    }

    private void text(Place place, @Nullable String text) {
        if (text != null) {
            visitor.template(place, text);
        }
    }
}
