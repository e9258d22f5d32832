package dev.sluice.templates.internal.helper;

import dev.sluice.templates.internal.text.SafePattern;

/** All matches of a pattern with one space between them. */
final class Extracting {
    private Extracting() {}

    static Function bind(Site site) {
        SafePattern pattern = Patterns.compile(site, Patterns.text(site, 1));
        return (a, at) ->
                a[0].isAbsent() ? a[0] : Patterns.searched(a[0], site, text -> String.join(" ", pattern.findAll(text)));
    }
}
