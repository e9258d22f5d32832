package dev.sluice.json;

import dev.sluice.InvalidFlowException;
import dev.sluice.flow.RouterDefinition;
import dev.sluice.flow.RouterDefinition.Route;
import dev.sluice.flow.RouterDefinition.Target;
import dev.sluice.rules.Finding;
import dev.sluice.types.Obj;
import java.util.List;

/** Routers as JSON: {@code {"routes":[{"ruleSet":{...},"flow":"f","source":"s"}],"default":{"flow":"g","source":"s"}}}. */
public final class RouterJson {
    private static final Vocabulary KEYS = Vocabulary.of("a router", "format", "routes", "default");
    private static final Vocabulary ROUTE = Vocabulary.of("a route", "ruleSet", "flow", "source");
    private static final Vocabulary TARGET = Vocabulary.of("a default route", "flow", "source");

    private RouterJson() {}

    /**
     * Reads a router.
     *
     * @throws InvalidFlowException with everything that is wrong with it
     */
    public static RouterDefinition read(String json) {
        Faults faults = new Faults();
        try {
            Members members = new Node(ValueJson.read(json, JsonLimits.definition()), "", faults).members(KEYS);
            members.orNull("format", FlowForm::format);
            RouterDefinition router = new RouterDefinition(
                    members.list("routes", RouterJson::route),
                    members.orNull("default", target -> target(target.members(TARGET))));
            if (!faults.isEmpty()) {
                throw new InvalidFlowException(faults.with(List.of()));
            }
            return router;
        } catch (InvalidJsonException e) {
            throw new InvalidFlowException(List.of(Finding.error(e.code(), "", String.valueOf(e.getMessage()))));
        }
    }

    private static Route route(Node node) {
        Members members = node.members(ROUTE);
        return new Route(ConditionForm.readSet(members), target(members));
    }

    private static Target target(Members members) {
        return new Target(members.text("flow"), members.text("source"));
    }

    /** The router on one line with sorted keys. */
    public static String write(RouterDefinition router) {
        return ValueJson.canonical(new Out()
                .put("routes", Out.array(router.routes(), RouterJson::route))
                .optional("default", router.standard(), target -> written(new Out(), target))
                .done());
    }

    private static Obj route(Route route) {
        return written(new Out().optional("ruleSet", route.ruleSet(), ConditionForm::write), route.target());
    }

    private static Obj written(Out out, Target target) {
        return out.text("flow", target.flow()).text("source", target.source()).done();
    }
}
