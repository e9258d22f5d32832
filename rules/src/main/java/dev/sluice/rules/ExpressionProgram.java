package dev.sluice.rules;

import dev.sluice.types.At;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.List;

/** A compiled expression. Immutable and safe on any thread; bounded in time and memory. */
public interface ExpressionProgram {

    /** The value; missing where an operation has no answer, such as a division by zero. Never throws. */
    Value evaluate(Scope scope, At at);

    /** Every path that may be read. */
    List<Ref> refs();
}
