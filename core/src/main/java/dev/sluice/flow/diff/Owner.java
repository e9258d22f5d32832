package dev.sluice.flow.diff;

import org.jspecify.annotations.Nullable;

/**
 * The thing that a setting belongs to.
 *
 * @param name what it is known by; empty when there is only one
 * @param outer where it stands; null for the flow
 */
record Owner(Subject subject, String name, @Nullable Owner outer) {
    static final Owner FLOW = new Owner(Subject.FLOW, "", null);

    Owner inside(Subject what, String known) {
        return new Owner(what, known, subject == Subject.PRICE && name.isEmpty() && outer != null ? outer : this);
    }

    /** {@code source 'a'}; empty for the flow. */
    String phrase() {
        if (outer == null) {
            return "";
        }
        String own = subject.word() + (name.isEmpty() ? "" : " " + Phrases.name(this));
        String further = outer.phrase();
        return further.isEmpty() ? own : own + " of " + further;
    }
}
