package dev.sluice.templates.internal.math;

import dev.sluice.types.Value;

/**
 * What a part of a formula is as text, for comparing it with text.
 *
 * @param literal whether it is text in quotes
 * @param slot the variable, or -1
 * @param words the text in quotes
 */
record Wording(boolean literal, int slot, String words) {
    static final Wording NONE = new Wording(false, -1, "");

    static Wording literal(String words) {
        return new Wording(true, -1, words);
    }

    static Wording variable(int slot) {
        return new Wording(false, slot, "");
    }

    String text(Value[] variables) {
        return slot < 0 ? words : variables[slot].text();
    }
}
