package dev.sluice.workbench.analysis;

import dev.sluice.types.Value;

/** Values of a definition in sentences. */
final class Values {
    private static final int LONGEST = 60;

    private Values() {}

    static String brief(Value value) {
        String text = value.text();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
