package dev.sluice.rules.internal.pattern;

import dev.sluice.rules.internal.text.Sought;

/** A text to be found anywhere, in any case. */
final class Literal extends Pattern {
    private final Sought text;

    Literal(String text) {
        this.text = new Sought(text);
    }

    @Override
    public boolean matches(String value) {
        return text.isIn(value);
    }
}
