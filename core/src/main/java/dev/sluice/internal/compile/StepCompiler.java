package dev.sluice.internal.compile;

import dev.sluice.flow.CallStep;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.GroupStep;
import dev.sluice.flow.ListName;
import dev.sluice.flow.ListStep;
import dev.sluice.flow.RouteStep;
import dev.sluice.flow.SetStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.SubFlowStep;
import dev.sluice.internal.Recall;
import dev.sluice.internal.StepPlan;
import dev.sluice.internal.StepPlan.Position;
import dev.sluice.internal.Steps;
import dev.sluice.internal.digest.Tokens;
import dev.sluice.internal.lists.ListContent;
import dev.sluice.internal.lists.ListLookup;
import dev.sluice.internal.lists.ListTask;
import dev.sluice.internal.lists.ListText;
import dev.sluice.internal.step.CallPlan;
import dev.sluice.internal.step.FilterPlan;
import dev.sluice.internal.step.GroupPlan;
import dev.sluice.internal.step.ListPlan;
import dev.sluice.internal.step.RoutePlan;
import dev.sluice.internal.step.SetPlan;
import dev.sluice.internal.step.SubFlowPlan;
import dev.sluice.internal.wiring.Wiring;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.RuleSet;
import dev.sluice.types.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the steps of a flow, each sequence from its end, so that every step is given those that may follow it. Steps of
 * a sub-flow are compiled for each step that uses it.
 */
final class StepCompiler {
    private final FlowDefinition flow;
    private final String account;
    private final Pieces pieces;
    private final CallCompiler calls;
    private final Tokens tokens;
    private final Map<String, CompiledRules> remembered;
    private final Map<String, String> ownIds = new HashMap<>();
    private final Map<String, StepPlan> all = new HashMap<>();

    /** @param remembered gets the rules of each step, by {@link Recall#name} */
    StepCompiler(
            FlowDefinition flow,
            Wiring wiring,
            Pieces pieces,
            CallCompiler calls,
            Map<String, CompiledRules> remembered) {
        this.flow = flow;
        this.account = wiring.account();
        this.pieces = pieces;
        this.calls = calls;
        this.tokens = new Tokens(wiring.indexKey());
        this.remembered = remembered;
    }

    Steps compile() {
        StepPlan first = sequence(flow.steps(), new Scene(null, null));
        return new Steps(first, all, ownIds);
    }

    /**
     * Where a sequence is played.
     *
     * @param using the step whose sub-flow it belongs to; null for the flow itself
     * @param after the step that follows the sequence; null for the end
     */
    private record Scene(@Nullable String using, @Nullable StepPlan after) {
        String id(String step) {
            return using == null ? step : SubFlowStep.inside(using, step);
        }

        Scene before(@Nullable StepPlan next) {
            return new Scene(using, next);
        }
    }

    /** The first of these steps, or the one that follows when there are none. */
    private @Nullable StepPlan sequence(List<StepDefinition> steps, Scene scene) {
        Map<String, StepPlan> later = new HashMap<>();
        StepPlan next = scene.after();
        for (int i = steps.size() - 1; i >= 0; i--) {
            StepPlan step = step(steps.get(i), scene.before(next), later);
            later.put(steps.get(i).id(), step);
            all.put(step.id(), step);
            next = step;
        }
        return next;
    }

    /** @param later the steps behind it in its sequence */
    private StepPlan step(StepDefinition step, Scene scene, Map<String, StepPlan> later) {
        if (step instanceof FilterStep filter) {
            return filter(filter, position(step, scene, null), later);
        }
        Position position = position(step, scene, step.ruleSet());
        if (step instanceof RouteStep route) {
            return route(route, position, scene);
        }
        if (step instanceof SubFlowStep use) {
            return subFlow(use, position);
        }
        if (step instanceof GroupStep group) {
            return group(group, position, scene);
        }
        if (step instanceof DistributeStep distribution) {
            distribution.recipients().forEach(each -> name(each, scene));
            return calls.distribute(distribution, position, scene::id);
        }
        return simple(step, position);
    }

    private StepPlan simple(StepDefinition step, Position position) {
        if (step instanceof SetStep set) {
            return set(set, position);
        }
        if (step instanceof ListStep list) {
            return list(list, position);
        }
        return calls.call((CallStep) step, position);
    }

    private Position position(StepDefinition step, Scene scene, @Nullable RuleSet criteria) {
        return position(step, scene, criteria, Steps.id(scene.after()));
    }

    private Position position(StepDefinition step, Scene scene, @Nullable RuleSet criteria, String nextId) {
        String id = name(step, scene);
        CompiledRules rules = pieces.rules(criteria, Stage.STEP);
        if (rules != null) {
            remembered.put(Recall.name(id, ""), rules);
        }
        return new Position(id, step.label(), step.enabled(), rules, scene.after(), nextId);
    }

    private String name(StepDefinition step, Scene scene) {
        String id = scene.id(step.id());
        if (!id.equals(step.id())) {
            ownIds.put(id, step.id());
        }
        return id;
    }

    private StepPlan filter(FilterStep step, Position position, Map<String, StepPlan> later) {
        RuleSet ruleSet = step.ruleSet() == null ? RuleSet.and(List.of()) : step.ruleSet();
        CompiledRules rules = pieces.compiled(ruleSet, Stage.STEP);
        remembered.put(Recall.name(position.id(), ""), rules);
        String name = ruleSet.name() == null ? step.label() : ruleSet.name();
        return new FilterPlan(position, rules, name, action(step.onPass(), later), action(step.onFail(), later));
    }

    private FilterPlan.Action action(FilterAction action, Map<String, StepPlan> later) {
        return switch (action.kind()) {
            case CONTINUE -> new FilterPlan.Continue();
            case SKIP_TO -> new FilterPlan.SkipTo(known(later, String.valueOf(action.target()), "step"));
            case STOP ->
                new FilterPlan.Stop(action.outcome(), action.outcomeOf(), pieces.reason(action.reason(), Stage.STEP));
        };
    }

    private StepPlan route(RouteStep step, Position position, Scene scene) {
        List<RoutePlan.Branch> branches = new ArrayList<>();
        for (int i = 0; i < step.branches().size(); i++) {
            RouteStep.Branch branch = step.branches().get(i);
            CompiledRules rules = pieces.rules(branch.when(), Stage.STEP);
            if (rules != null) {
                remembered.put(Recall.branch(position.id(), i), rules);
            }
            branches.add(new RoutePlan.Branch(step.branchName(i), rules, sequence(branch.steps(), scene)));
        }
        StepPlan otherwise = sequence(step.otherwise(), scene);
        return new RoutePlan(position, branches, new RoutePlan.Branch(RouteStep.DEFAULT, null, otherwise));
    }

    private StepPlan subFlow(SubFlowStep step, Position position) {
        List<StepDefinition> steps = known(flow.subFlows(), step.subFlow(), "sub-flow");
        StepPlan first = sequence(steps, new Scene(position.id(), position.next()));
        return new SubFlowPlan(position, step.subFlow(), first);
    }

    private StepPlan group(GroupStep step, Position position, Scene scene) {
        List<CallPlan> members = new ArrayList<>();
        for (CallStep member : step.steps()) {
            members.add(calls.call(member, position(member, scene.before(null), member.ruleSet(), position.id())));
        }
        return new GroupPlan(position, members);
    }

    private StepPlan set(SetStep step, Position position) {
        return new SetPlan(
                position,
                step.mappings().stream()
                        .map(mapping -> new SetPlan.Assignment(
                                pieces.field(SetStep.field(mapping.property())),
                                pieces.rules(mapping.ruleSet(), Stage.STEP),
                                pieces.value(mapping, Stage.STEP)))
                        .toList());
    }

    private StepPlan list(ListStep step, Position position) {
        List<ListText> values = step.values().stream()
                .map(value -> pieces.listText(value, Stage.STEP))
                .toList();
        return new ListPlan(position, step, values, tokens, task(step));
    }

    private ListTask task(ListStep step) {
        List<ListName> names = ListName.all(step.listName());
        ListLookup lookup = new ListLookup(account, names, step.lookback());
        ListContent content = new ListContent(account, names.get(0));
        return switch (step.operation()) {
            case QUERY -> new ListTask.Query(lookup);
            case ADD -> new ListTask.Add(content);
            case DELETE -> new ListTask.Delete(content);
            case UNIQUE -> new ListTask.Claim(new ListTask.Query(lookup), new ListTask.Add(content));
        };
    }

    private static <T> T known(Map<String, T> all, String name, String kind) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalStateException("the checks let the unknown " + kind + " " + name + " pass");
        }
        return found;
    }
}
