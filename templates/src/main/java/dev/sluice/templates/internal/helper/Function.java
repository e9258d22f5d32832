package dev.sluice.templates.internal.helper;

import dev.sluice.types.At;
import dev.sluice.types.Value;

/** A built-in helper that knows all it can know before a template runs. Immutable. */
@FunctionalInterface
public interface Function {

    /** The value of one call; {@code arguments} stand in the order of the helper's {@link Signature}. */
    Value apply(Value[] arguments, At at);
}
