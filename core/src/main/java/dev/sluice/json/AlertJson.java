package dev.sluice.json;

import dev.sluice.alert.AlertRule;
import dev.sluice.alert.InvalidAlertRulesException;
import dev.sluice.json.internal.report.AlertForm;
import dev.sluice.json.internal.tree.Faults;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.rules.Finding;
import dev.sluice.types.Arr;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules of alerts as JSON, an array of them. Reading is strict as that of flows is: unknown keys and names are faults, each
 * with its JSON pointer. Safe on any thread.
 */
public final class AlertJson {
    private AlertJson() {}

    /**
     * Reads rules.
     *
     * @throws InvalidAlertRulesException with everything that is wrong with them
     */
    public static List<AlertRule> read(String json) {
        Faults faults = new Faults();
        try {
            List<AlertRule> rules =
                    new Node(ValueJson.read(json, JsonLimits.definition()), "", faults).list(AlertForm::read);
            List<Finding> found = faults.isEmpty() ? wrong(rules) : faults.with(List.of());
            if (!found.isEmpty()) {
                throw new InvalidAlertRulesException(found);
            }
            return rules;
        } catch (InvalidJsonException e) {
            throw new InvalidAlertRulesException(List.of(Finding.error(e.code(), "", String.valueOf(e.getMessage()))));
        }
    }

    private static List<Finding> wrong(List<AlertRule> rules) {
        List<Finding> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            AlertRule rule = rules.get(i);
            if (!ids.add(rule.id())) {
                found.add(Finding.error("duplicate_id", "/" + i + "/id", "two rules have the id '" + rule.id() + "'"));
            }
            if (!rule.isOfUse()) {
                String text = "the signal '" + AlertForm.signal(rule) + "' has nothing that this test asks for";
                found.add(Finding.error("unfit_test", "/" + i + "/test", text));
            }
        }
        return found;
    }

    /** The rules on one line with sorted keys; reading them gives equal ones. */
    public static String write(List<AlertRule> rules) {
        return ValueJson.canonical(
                Arr.of(rules.stream().<Value>map(AlertForm::write).toList()));
    }
}
