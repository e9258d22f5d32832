package dev.sluice.rules.internal.check;

import dev.sluice.types.At;
import dev.sluice.types.Value;
import org.jspecify.annotations.Nullable;

/** One operator with its right-hand side made ready: the question that a rule asks of its left-hand side. Immutable. */
public abstract class Check {

    /** Whether the left-hand side satisfies it. Never throws. */
    public abstract boolean holds(Value left, At at);

    /** Which left-hand sides can satisfy it at all. */
    public Reach reach() {
        return Reach.UNKNOWN;
    }

    /** What is wrong with the right-hand side, when there is something. */
    public @Nullable Fault fault() {
        return null;
    }

    /** Why a definition makes no sense: a code for findings and a sentence. */
    public record Fault(String code, String text, boolean error) {}

    /** The check that nothing satisfies, because its right-hand side cannot be used. */
    static Check never(String code, String text) {
        return new Never(new Fault(code, text, true));
    }

    private static final class Never extends Check {
        private final Fault fault;

        Never(Fault fault) {
            this.fault = fault;
        }

        @Override
        public boolean holds(Value left, At at) {
            return false;
        }

        @Override
        public Fault fault() {
            return fault;
        }
    }
}
