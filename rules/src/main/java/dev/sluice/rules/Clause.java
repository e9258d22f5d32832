package dev.sluice.rules;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One clause of a decision, as its trace shows it.
 *
 * @param pointer where it stands in the definition, a JSON pointer
 * @param lhv the left-hand side as it is written; of an expression its text
 * @param op null for an expression
 * @param expected the right-hand side; masked where it reads personal data
 * @param actual what the left-hand side was; masked where it reads personal data; missing when it was not evaluated
 * @param source the paths that were read, in full
 * @param why of a clause that was not evaluated or cannot be: why; else empty
 */
public record Clause(
        String pointer,
        String lhv,
        @Nullable Operator op,
        Value expected,
        Value actual,
        String source,
        Result result,
        String why) {

    /** What became of a clause. */
    public enum Result {
        PASSED,
        FAILED,
        NOT_EVALUATED
    }

    /** The clause as data, for JSON; what does not apply is left out. */
    public Obj toValue() {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("pointer", Value.text(pointer));
        members.put(op == null ? "expression" : "lhv", Value.text(lhv));
        if (op != null) {
            members.put("op", Value.text(op.canonical()));
            members.put("expected", expected);
        }
        members.put("actual", actual);
        if (!source.isEmpty()) {
            members.put("source", Value.text(source));
        }
        members.put("result", Value.text(result.name().toLowerCase(Locale.ROOT)));
        if (!why.isEmpty()) {
            members.put("why", Value.text(why));
        }
        return Value.object(members);
    }
}
