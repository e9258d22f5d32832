package dev.sluice.json.internal.step;

import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a step runs: {@code ruleSet}, or as {@code executeWhen} and {@code skipWhen}; of several all must let it run. */
final class CriteriaForm {
    private CriteriaForm() {}

    static @Nullable RuleSet read(Members members) {
        List<RuleSet> all = new ArrayList<>(3);
        add(all, members.orNull("ruleSet", ConditionForm::readSet));
        add(all, members.orNull("executeWhen", ConditionForm::readSet));
        RuleSet skipWhen = members.orNull("skipWhen", ConditionForm::readSet);
        add(all, skipWhen == null ? null : skipWhen.not());
        return all.size() < 2 ? all.stream().findFirst().orElse(null) : RuleSet.and(all);
    }

    private static void add(List<RuleSet> all, @Nullable RuleSet set) {
        if (set != null) {
            all.add(set);
        }
    }
}
