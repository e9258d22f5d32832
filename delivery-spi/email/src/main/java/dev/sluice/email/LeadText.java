package dev.sluice.email;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A lead as a person reads it: a line for each field. What only the flow is interested in is left out. */
final class LeadText {
    private static final Set<String> OURS = Set.of(
            "timestamp", "timeout_seconds", "random", "flow", "source", "account", "recipient", "submission", "id");
    private static final Pattern JUDGEMENT = Pattern.compile("(.*\\.)?(outcome|reason|billable)");

    private LeadText() {}

    static String of(Obj lead) {
        StringBuilder text = new StringBuilder();
        lines(lead, "", text);
        return text.toString();
    }

    private static void lines(Obj obj, String prefix, StringBuilder text) {
        for (Map.Entry<String, Value> member : obj.members().entrySet()) {
            String name = prefix + member.getKey();
            boolean nested = member.getValue() instanceof Obj;
            if (OURS.contains(name) || (!nested && JUDGEMENT.matcher(name).matches())) {
                continue;
            }
            if (nested) {
                lines((Obj) member.getValue(), name.equals("lead") ? "" : name + ".", text);
            } else {
                text.append(name).append(": ").append(member.getValue().text()).append('\n');
            }
        }
    }
}
