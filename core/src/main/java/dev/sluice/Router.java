package dev.sluice;

import static java.util.Objects.requireNonNull;

import dev.sluice.flow.RouterDefinition;
import dev.sluice.flow.RouterDefinition.Target;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Finding;
import dev.sluice.rules.Rules;
import dev.sluice.rules.Severity;
import dev.sluice.templates.Templates;
import dev.sluice.types.At;
import dev.sluice.types.Layout;
import dev.sluice.types.Lead;
import dev.sluice.types.Moment;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands leads to one of several open flows: the first route whose rules a lead satisfies decides, by what was sent and
 * under the sender's names ({@code state}, {@code source.id}, {@code submission.ip}). Immutable and safe on any thread.
 */
public final class Router {
    private final List<Way> ways;
    private final @Nullable Goal standard;
    private final Time time;

    private Router(List<Way> ways, @Nullable Goal standard, Time time) {
        this.ways = List.copyOf(ways);
        this.standard = standard;
        this.time = time;
    }

    /** Where leads go. */
    private record Goal(Flow flow, String source) {}

    /** A route, compiled; rules are null when it is for all leads. */
    private record Way(@Nullable CompiledRules when, Goal goal) {}

    /**
     * A router over {@code flows} on the machine's clock.
     *
     * @throws InvalidFlowException if rules are wrong, or a route leads to no source of an open flow
     */
    public static Router over(RouterDefinition definition, Collection<Flow> flows) {
        return over(definition, flows, Time.system());
    }

    /**
     * A router over {@code flows}.
     *
     * @param time for rules that read when a lead came
     * @throws InvalidFlowException if rules are wrong, or a route leads to no source of an open flow
     */
    public static Router over(RouterDefinition definition, Collection<Flow> flows, Time time) {
        Opening opening = new Opening(flows);
        List<Way> ways = opening.ways(definition.routes());
        Target target = definition.standard();
        Goal standard = target == null ? null : opening.goal(target, "/default");
        if (opening.findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new InvalidFlowException(opening.findings);
        }
        return new Router(ways, standard, requireNonNull(time, "time"));
    }

    /** Submits the lead where it belongs; it is refused where no route takes it. */
    public Submission submit(Lead lead) {
        return goal(lead)
                .map(goal -> goal.flow().submit(lead.withSource(goal.source())))
                .orElseGet(() -> Submission.refused(Refusal.NO_ROUTE));
    }

    /** Asks for the bid where the ping belongs; it is refused where no route takes it. */
    public PingResult ping(Lead ping) {
        return goal(ping)
                .map(goal -> goal.flow().ping(ping.withSource(goal.source())))
                .orElseGet(() -> PingResult.refused(Refusal.NO_ROUTE));
    }

    /** Where {@code lead} would go; empty for nowhere. */
    public Optional<Target> target(Lead lead) {
        return goal(lead).map(goal -> new Target(goal.flow().definition().id(), goal.source()));
    }

    private Optional<Goal> goal(Lead lead) {
        At at = new At(lead.submittedAt().orElseGet(time::instant), ZoneOffset.UTC);
        Scope scope = scope(lead, at);
        for (Way way : ways) {
            if (way.when() == null || way.when().decide(scope, at).passed()) {
                return Optional.of(way.goal());
            }
        }
        return Optional.ofNullable(standard);
    }

    private static Scope scope(Lead lead, At at) {
        Obj submission =
                lead.details().with("timestamp", Moment.of(at.instant())).with("test", Value.bool(lead.isTest()));
        return Scope.EMPTY
                .with(Section.LEAD, Obj.of(lead.data()))
                .with(Section.SOURCE, Obj.EMPTY.with("id", Value.text(lead.source())))
                .with(Section.SUBMISSION, submission);
    }

    /** Compiles routes and collects what is wrong with them. */
    private static final class Opening {
        private static final String UNDECLARED = "unknown_field";

        private final Map<String, Flow> flows = new HashMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private final Rules rules = Rules.with(
                Layout.builder()
                        .names(Section.SOURCE, "id")
                        .names(Section.SUBMISSION, "timestamp", "test", "ip", "user_agent", "referrer")
                        .build(),
                Stage.INBOUND,
                Templates.standard());

        Opening(Collection<Flow> open) {
            open.forEach(flow -> flows.put(flow.definition().id(), flow));
        }

        List<Way> ways(List<RouterDefinition.Route> routes) {
            List<Way> ways = new ArrayList<>();
            for (int i = 0; i < routes.size(); i++) {
                RouterDefinition.Route route = routes.get(i);
                CompiledRules when = rules(route, "/routes/" + i);
                Goal goal = goal(route.target(), "/routes/" + i);
                if (goal != null) {
                    ways.add(new Way(when, goal));
                }
            }
            return ways;
        }

        private @Nullable CompiledRules rules(RouterDefinition.Route route, String pointer) {
            if (route.ruleSet() == null) {
                return null;
            }
            CompiledRules compiled = rules.compile(route.ruleSet());
            compiled.findings().stream()
                    .filter(finding -> !finding.code().equals(UNDECLARED))
                    .forEach(finding -> findings.add(finding.below(pointer + "/ruleSet")));
            return compiled;
        }

        @Nullable Goal goal(Target target, String pointer) {
            Flow flow = flows.get(target.flow());
            if (flow == null) {
                findings.add(Finding.error(
                        "unknown_flow",
                        pointer + "/flow",
                        "no open flow is called '" + target.flow() + "'; open it and hand it in"));
                return null;
            }
            boolean known = flow.definition().sources().stream()
                    .anyMatch(source -> source.id().equals(target.source()));
            if (!known) {
                findings.add(Finding.error(
                        "unknown_source",
                        pointer + "/source",
                        "the flow " + target.flow() + " has no source '" + target.source() + "'; add it there"));
            }
            return new Goal(flow, target.source());
        }
    }
}
