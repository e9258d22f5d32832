package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.json.RouterJson;
import dev.sluice.rules.RuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which flow gets which lead: the first route whose rules a lead satisfies. Rules read what the sender sent, by its own
 * names.
 *
 * @param routes in the order in which they are tried
 * @param standard where leads go that no route takes; null to refuse them
 */
public record RouterDefinition(List<Route> routes, @Nullable Target standard) {
    public RouterDefinition {
        routes = List.copyOf(routes);
    }

    /**
     * Where a lead goes.
     *
     * @param flow the flow's id
     * @param source the source's id in that flow
     */
    public record Target(String flow, String source) {
        public Target {
            requireNonNull(flow, "flow");
            requireNonNull(source, "source");
        }
    }

    /**
     * One way.
     *
     * @param ruleSet which leads it is for; null for all
     * @param target where they go
     */
    public record Route(@Nullable RuleSet ruleSet, Target target) {
        public Route {
            requireNonNull(target, "target");
        }
    }

    /**
     * Reads a router from JSON.
     *
     * @throws dev.sluice.InvalidFlowException with everything that is wrong with it
     */
    public static RouterDefinition read(String json) {
        return RouterJson.read(json);
    }

    /** This router as JSON, on one line with sorted keys. */
    public String toJson() {
        return RouterJson.write(this);
    }
}
