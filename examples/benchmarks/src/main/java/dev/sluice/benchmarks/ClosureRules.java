package dev.sluice.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The conditions of {@link RuleJob} by hand. */
final class ClosureRules {
    private ClosureRules() {}

    static RuleEngine.Contestant contestant() {
        Map<String, Object> lead = RuleJob.lead(30);
        List<Predicate<Map<String, Object>>> passing = RuleJob.closures(18, 0);
        List<Predicate<Map<String, Object>>> failing = RuleJob.closures(18, RuleJob.TOO_HIGH);
        List<List<Predicate<Map<String, Object>>>> groups = new ArrayList<>();
        for (int i = 0; i < RuleJob.GROUPS; i++) {
            groups.add(RuleJob.closures(18, RuleJob.TOO_HIGH + i));
        }
        return new RuleEngine.Contestant(
                () -> all(passing, lead), () -> reason(failing, lead), () -> any(groups, lead));
    }

    static boolean all(List<Predicate<Map<String, Object>>> conditions, Map<String, Object> lead) {
        for (Predicate<Map<String, Object>> condition : conditions) {
            if (!condition.test(lead)) {
                return false;
            }
        }
        return true;
    }

    private static String reason(List<Predicate<Map<String, Object>>> conditions, Map<String, Object> lead) {
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).test(lead)) {
                return RuleJob.REASONS.get(i);
            }
        }
        return "";
    }

    private static boolean any(List<List<Predicate<Map<String, Object>>>> groups, Map<String, Object> lead) {
        for (List<Predicate<Map<String, Object>>> group : groups) {
            if (all(group, lead)) {
                return true;
            }
        }
        return false;
    }
}
