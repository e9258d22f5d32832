package dev.sluice.json;

import dev.sluice.InvalidFlowException;
import dev.sluice.flow.RouterDefinition;
import dev.sluice.json.internal.flow.RouterForm;
import dev.sluice.json.internal.tree.Faults;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.rules.Finding;
import java.util.List;

/** Routers as JSON: {@code {"routes":[{"ruleSet":{...},"flow":"f","source":"s"}],"default":{"flow":"g","source":"s"}}}. */
public final class RouterJson {
    private RouterJson() {}

    /**
     * Reads a router.
     *
     * @throws InvalidFlowException with everything that is wrong with it
     */
    public static RouterDefinition read(String json) {
        Faults faults = new Faults();
        try {
            RouterDefinition router =
                    RouterForm.read(new Node(ValueJson.read(json, JsonLimits.definition()), "", faults));
            if (!faults.isEmpty()) {
                throw new InvalidFlowException(faults.with(List.of()));
            }
            return router;
        } catch (InvalidJsonException e) {
            throw new InvalidFlowException(List.of(Finding.error(e.code(), "", String.valueOf(e.getMessage()))));
        }
    }

    /** The router on one line with sorted keys. */
    public static String write(RouterDefinition router) {
        return ValueJson.canonical(RouterForm.write(router));
    }
}
