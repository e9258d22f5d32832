package dev.sluice.internal.record;

/** A lead had secret values, and the store has not kept them: nothing can bring them back. */
public final class SecretsGoneException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    SecretsGoneException() {
        super("the store has not kept the lead's secret values");
    }
}
