package dev.sluice.rules.internal.pattern;

import dev.sluice.rules.internal.check.Folding;

/** A text to be found anywhere, in any case. */
final class Literal extends Pattern {
    private final String folded;

    Literal(String text) {
        this.folded = Folding.whole(text);
    }

    @Override
    public boolean matches(String text) {
        return Folding.contains(text, folded);
    }
}
