package dev.sluice.rules;

import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;

/** Where a value came from: the path in full, with the section in which it was found. */
final class Sources {
    private Sources() {}

    static String of(Ref ref, Scope scope) {
        String path = ref.path().trim();
        String head = path.split("[.\\[]", 2)[0];
        if (Section.of(head).isPresent()) {
            return path;
        }
        Section section = ref.declared() ? ref.section() : found(head, scope);
        return section == Section.VARS ? path : section.path() + "." + path;
    }

    private static Section found(String head, Scope scope) {
        for (Section section : new Section[] {Section.VARS, Section.LEAD, Section.APPENDED}) {
            if (!scope.section(section).get(head).isMissing()) {
                return section;
            }
        }
        return Section.LEAD;
    }
}
