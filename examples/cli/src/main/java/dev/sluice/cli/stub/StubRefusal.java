package dev.sluice.cli.stub;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.types.Arr;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;

/**
 * Leads that a stand-in never takes: {@code {"field": "state", "in": ["NY"], "reason": "Not licensed there"}}, or with
 * {@code below} a number, or {@code blank} true, instead of {@code in}. The field is one of those it is sent.
 */
record StubRefusal(Value rule) {

    static StubRefusal of(Value rule) {
        return new StubRefusal(rule);
    }

    boolean concerns(Obj lead) {
        Value value = lead;
        for (String word : rule.part("field").text().split("\\.", -1)) {
            value = value.part(word);
        }
        Value plain = value.plain();
        if (rule.part("in") instanceof Arr listed) {
            return listed.values().contains(plain);
        }
        if (rule.part("below") instanceof Num least) {
            return plain instanceof Num num && num.value().compareTo(least.value()) < 0;
        }
        return !rule.part("blank").isAbsent() && plain.isBlank();
    }

    String reason() {
        Value reason = rule.part("reason");
        return reason.isAbsent() ? "Refused" : reason.text();
    }

    static List<ConfigProblem> check(Value rules) {
        boolean all = rules instanceof Arr arr && arr.values().stream().allMatch(StubRefusal::isRule);
        return all
                ? List.of()
                : List.of(new ConfigProblem(
                        "/reject", "wrong_type", "this is a list of {field, in | below | blank, reason}"));
    }

    private static boolean isRule(Value rule) {
        return !rule.part("field").isBlank()
                && (rule.part("in") instanceof Arr
                        || rule.part("below") instanceof Num
                        || !rule.part("blank").isAbsent());
    }
}
