package dev.sluice.templates.internal.helper;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a helper, written as templates' authors read them: {@code value} must be given, {@code [pattern]} may
 * be, {@code zone=} only by its name, {@code values...} any number of times; {@code a|b} are two names of the same.
 * Arguments in place may also be given by name.
 */
public final class Signature {
    private final String text;
    private final List<Slot> slots = new ArrayList<>();
    private int placed;
    private boolean open;

    private Signature(String text) {
        this.text = text;
        for (String word : text.split(" ")) {
            add(word);
        }
    }

    private record Slot(List<String> names, boolean required) {}

    static Signature of(String text) {
        return new Signature(text);
    }

    private void add(String word) {
        if (word.endsWith("...")) {
            open = true;
            return;
        }
        boolean optional = word.startsWith("[");
        boolean onlyNamed = word.endsWith("=");
        String names = word.replaceAll("[\\[\\]=]", "");
        if (!names.isEmpty()) {
            slots.add(new Slot(List.of(names.split("\\|")), !optional && !onlyNamed));
            placed += onlyNamed ? 0 : 1;
        }
    }

    /** The number of slots before the ones of an open end. */
    public int size() {
        return slots.size();
    }

    /** How many arguments may stand in their places without a name. */
    public int placed() {
        return placed;
    }

    /** Whether any number of further arguments may follow. */
    public boolean isOpen() {
        return open;
    }

    /** The slot of the argument called {@code name}, or -1. */
    public int slot(String name) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).names().contains(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether slot {@code i} must be given. */
    public boolean isRequired(int i) {
        return slots.get(i).required();
    }

    /** The name of slot {@code i}. */
    public String name(int i) {
        return slots.get(i).names().get(0);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
