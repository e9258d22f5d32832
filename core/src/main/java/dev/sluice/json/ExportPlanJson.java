package dev.sluice.json;

import dev.sluice.InvalidFlowException;
import dev.sluice.event.Role;
import dev.sluice.export.ExportPlan;
import dev.sluice.json.internal.report.ExportPlanForm;
import dev.sluice.json.internal.tree.Faults;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plans of exports as JSON. Reading is strict as that of flows is. Safe on any thread. */
public final class ExportPlanJson {
    private static final Map<String, Role> ROLES =
            Map.of("auditor", Role.AUDITOR, "operator", Role.OPERATOR, "analyst", Role.ANALYST);

    private ExportPlanJson() {}

    /** The plan on one line with sorted keys. */
    public static String write(ExportPlan plan) {
        return ValueJson.canonical(ExportPlanForm.write(plan));
    }

    /**
     * Reads a plan whose role is {@code auditor}, {@code operator} or {@code analyst}.
     *
     * @throws InvalidFlowException with everything that is wrong with it
     */
    public static ExportPlan read(String json) {
        return read(json, ROLES::get);
    }

    /**
     * Reads a plan.
     *
     * @param roles the host's roles by name; null for a name that is none
     * @throws InvalidFlowException with everything that is wrong with it
     */
    public static ExportPlan read(String json, Function<String, @Nullable Role> roles) {
        Faults faults = new Faults();
        try {
            ExportPlan plan =
                    ExportPlanForm.read(new Node(ValueJson.read(json, JsonLimits.definition()), "", faults), roles);
            if (!faults.isEmpty()) {
                throw new InvalidFlowException(faults.with(List.of()));
            }
            return plan;
        } catch (InvalidJsonException e) {
            throw new InvalidFlowException(List.of(Finding.error(e.code(), "", String.valueOf(e.getMessage()))));
        }
    }
}
