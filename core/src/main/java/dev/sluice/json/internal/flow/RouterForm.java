package dev.sluice.json.internal.flow;

import dev.sluice.flow.RouterDefinition;
import dev.sluice.flow.RouterDefinition.Route;
import dev.sluice.flow.RouterDefinition.Target;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;

/** A router, its routes and the one by default. */
public final class RouterForm {
    private static final Vocabulary KEYS = Vocabulary.of("a router", "format", "routes", "default");
    private static final Vocabulary ROUTE = Vocabulary.of("a route", "ruleSet", "flow", "source");
    private static final Vocabulary TARGET = Vocabulary.of("a default route", "flow", "source");

    private RouterForm() {}

    public static RouterDefinition read(Node node) {
        Members members = node.members(KEYS);
        members.orNull("format", FlowForm::format);
        return new RouterDefinition(
                members.list("routes", RouterForm::route),
                members.orNull("default", target -> target(target.members(TARGET))));
    }

    private static Route route(Node node) {
        Members members = node.members(ROUTE);
        return new Route(ConditionForm.readSet(members), target(members));
    }

    private static Target target(Members members) {
        return new Target(members.text("flow"), members.text("source"));
    }

    public static Obj write(RouterDefinition router) {
        return new Out()
                .put("routes", Out.array(router.routes(), RouterForm::route))
                .optional("default", router.standard(), target -> written(new Out(), target))
                .done();
    }

    private static Obj route(Route route) {
        return written(new Out().optional("ruleSet", route.ruleSet(), ConditionForm::write), route.target());
    }

    private static Obj written(Out out, Target target) {
        return out.text("flow", target.flow()).text("source", target.source()).done();
    }
}
