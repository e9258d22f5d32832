package dev.sluice.workbench.page;

import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.Entity;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.GateKind;
import dev.sluice.flow.GroupStep;
import dev.sluice.flow.ListStep;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.RouteStep;
import dev.sluice.flow.SetStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Strategy;
import dev.sluice.flow.SubFlowStep;
import dev.sluice.workbench.page.Box.Look;
import dev.sluice.workbench.page.Station.Branch;
import dev.sluice.workbench.page.Station.Exit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes the stations of a flow: its sources, its gates, its steps, and its end. */
final class Stations {
    /** Sub-flows that use each other again and again could fill the memory; behind so many steps they are drawn closed. */
    private static final int MOST = 20_000;

    private static final String STOP = "!stop";
    private static final String SKIP = "!skip";

    private final FlowDefinition flow;
    private int drawn;

    private Stations(FlowDefinition flow) {
        this.flow = flow;
    }

    static List<Station> of(FlowDefinition flow) {
        Stations stations = new Stations(flow);
        List<Station> all = new ArrayList<>();
        all.add(Station.of(stations.sources()));
        all.add(new Station(
                stations.gates(), List.of(), List.of(new Exit(Box.REJECTED, "Rejected", Optional.empty()))));
        all.addAll(stations.sequence(flow.steps(), "", 0));
        all.add(Station.of(Box.of(Box.END, Look.END, "Completed", "")));
        return all;
    }

    /** Where a filter's action takes a lead that does not go on. */
    static Optional<String> exitOf(String filter, String action) {
        return switch (action) {
            case "stop" -> Optional.of(filter + STOP);
            case "skip" -> Optional.of(filter + SKIP);
            default -> Optional.empty();
        };
    }

    /** What stands for the branch of a route where no step is on it. */
    static String emptyBranch(String route, String branch) {
        return route + "#" + branch;
    }

    private Box sources() {
        List<String> names = flow.sources().stream().map(SourceDefinition::id).toList();
        return names.size() == 1
                ? Box.of(Box.SOURCES, Look.PLACE, names.get(0), "source")
                : Box.of(Box.SOURCES, Look.PLACE, names.size() + " sources", String.join(", ", names));
    }

    private Box gates() {
        String gates = flow.gates().stream()
                .filter(this::judges)
                .map(gate -> gate.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return Box.of(Box.GATES, Look.CHOICE, "Gates of " + flow.name(), gates.isEmpty() ? "take every lead" : gates);
    }

    /** Whether the flow, or one of its sources, says anything for the gate. */
    private boolean judges(GateKind gate) {
        return switch (gate) {
            case HOURS -> any(flow.hours() != null, source -> source.hours() != null);
            case LIST_CHECKS -> !flow.listChecks().isEmpty();
            case DECISIONS -> !flow.decisions().lookUps().isEmpty();
            case REQUIRED_FIELDS -> flow.allFields().stream().anyMatch(FieldDefinition::required);
            case ACCEPTANCE -> any(isRuled(flow.acceptance()), source -> isRuled(source.acceptance()));
            case DUPLICATES -> flow.duplicateCheck() != null;
            case SUPPRESSION -> !flow.suppression().isEmpty();
            case PRICING -> any(isSet(flow.pricing()), source -> isSet(source.pricing()));
            case CAPS -> any(!flow.caps().isEmpty(), source -> !source.caps().isEmpty());
        };
    }

    private boolean any(boolean ofFlow, Predicate<SourceDefinition> ofSource) {
        return ofFlow || flow.sources().stream().anyMatch(ofSource);
    }

    private static boolean isRuled(AcceptanceCriteria criteria) {
        return criteria.ruleSet() != null;
    }

    private static boolean isSet(Pricing pricing) {
        return !pricing.equals(Pricing.NONE);
    }

    private List<Station> sequence(List<? extends StepDefinition> steps, String inside, int depth) {
        return depth > StepDefinition.MAX_DEPTH
                ? List.of()
                : steps.stream().map(step -> station(step, inside, depth)).toList();
    }

    private Station station(StepDefinition step, String inside, int depth) {
        String id = inside + step.id();
        drawn++;
        if (step instanceof FilterStep filter) {
            return new Station(box(id, step, Look.FILTER, "filter"), List.of(), exits(id, filter));
        }
        List<Branch> branches = branches(step, id, inside, depth);
        return new Station(box(id, step, look(step), note(step)), branches, List.of());
    }

    private List<Branch> branches(StepDefinition step, String id, String inside, int depth) {
        if (step instanceof DistributeStep distribute) {
            return side(distribute.recipients(), inside, distribute.strategy() != Strategy.WATERFALL);
        }
        if (step instanceof GroupStep group) {
            return side(group.steps(), inside, true);
        }
        if (step instanceof RouteStep route) {
            return routes(route, id, inside, depth);
        }
        if (step instanceof SubFlowStep use) {
            List<StepDefinition> steps =
                    drawn > MOST ? List.of() : flow.subFlows().getOrDefault(use.subFlow(), List.of());
            String below = SubFlowStep.inside(id, "");
            return List.of(new Branch(emptyBranch(id, ""), use.subFlow(), sequence(steps, below, depth + 1)));
        }
        return List.of();
    }

    /** Steps of which each is a branch of its own; numbered where their order decides. */
    private List<Branch> side(List<? extends StepDefinition> steps, String inside, boolean atOnce) {
        List<Branch> all = new ArrayList<>();
        for (StepDefinition step : steps) {
            String label = atOnce ? "" : (all.size() + 1) + ".";
            all.add(new Branch(inside + step.id(), label, List.of(station(step, inside, StepDefinition.MAX_DEPTH))));
        }
        return all;
    }

    private List<Branch> routes(RouteStep route, String id, String inside, int depth) {
        List<Branch> all = new ArrayList<>();
        for (int i = 0; i < route.branches().size(); i++) {
            String name = route.branchName(i);
            List<Station> stations = sequence(route.branches().get(i).steps(), inside, depth + 1);
            all.add(new Branch(emptyBranch(id, name), name, stations));
        }
        List<Station> otherwise = sequence(route.otherwise(), inside, depth + 1);
        all.add(new Branch(emptyBranch(id, RouteStep.DEFAULT), RouteStep.DEFAULT, otherwise));
        return all;
    }

    private static List<Exit> exits(String id, FilterStep filter) {
        List<Exit> exits = new ArrayList<>();
        add(exits, id, filter.onFail());
        if (filter.onPass().kind() != filter.onFail().kind()) {
            add(exits, id, filter.onPass());
        }
        return exits;
    }

    private static void add(List<Exit> exits, String id, FilterAction action) {
        if (action.kind() == FilterAction.Kind.STOP) {
            String outcome = action.outcomeOf() == null ? action.outcome().text() : "as " + action.outcomeOf();
            exits.add(new Exit(id + STOP, "Stops: " + outcome, Optional.empty()));
        } else if (action.kind() == FilterAction.Kind.SKIP_TO) {
            exits.add(new Exit(id + SKIP, "Goes on at " + action.target(), Optional.ofNullable(action.target())));
        }
    }

    private static Box box(String id, StepDefinition step, Look look, String note) {
        String when = step.ruleSet() == null || look == Look.FILTER ? "" : ", for some leads";
        return new Box(id, look, title(step), step.enabled() ? note + when : "disabled", step.enabled());
    }

    /** The step's name, else that of whom it asks. */
    private static String title(StepDefinition step) {
        Entity entity = step instanceof RecipientStep recipient
                ? recipient.entity()
                : step instanceof EnhancementStep enhancement ? enhancement.entity() : null;
        return step.name() == null && entity != null ? entity.name() : step.label();
    }

    private static Look look(StepDefinition step) {
        if (step instanceof RecipientStep) {
            return Look.DELIVERY;
        }
        if (step instanceof DistributeStep || step instanceof RouteStep) {
            return Look.CHOICE;
        }
        return step instanceof EnhancementStep ? Look.LOOK_UP : Look.OTHER;
    }

    private static String note(StepDefinition step) {
        if (step instanceof DistributeStep distribute) {
            String buyers = distribute.maxBuyers() == 1 ? "one buyer" : "up to " + distribute.maxBuyers() + " buyers";
            return distribute.strategy().word() + ", " + buyers;
        }
        if (step instanceof RecipientStep recipient) {
            return recipient.kind() + " by " + recipient.plugin();
        }
        if (step instanceof EnhancementStep enhancement) {
            return "look-up by " + enhancement.enricher();
        }
        if (step instanceof ListStep list) {
            return "list " + list.operation().name().toLowerCase(Locale.ROOT) + ": " + list.listName();
        }
        if (step instanceof SetStep set) {
            return "sets " + set.mappings().size() + (set.mappings().size() == 1 ? " field" : " fields");
        }
        return step instanceof SubFlowStep ? "sub-flow" : step instanceof GroupStep ? "side by side" : step.kind();
    }
}
