package dev.sluice.flow.check.internal.texts;

import dev.sluice.flow.check.Found;
import dev.sluice.internal.names.Nearest;
import dev.sluice.types.Layout;
import dev.sluice.types.Path;
import dev.sluice.types.Ref;
import java.util.Collection;
import java.util.List;

/** What is said of a path that reads what nothing declares. */
final class Paths {
    private Paths() {}

    static void declared(Ref ref, String pointer, Layout layout, Found found) {
        if (!ref.declared()) {
            found.warning(
                    "unknown_field",
                    pointer,
                    "nothing declares '" + ref.path() + "'; " + Nearest.advice(name(ref), known(ref, layout)));
        }
    }

    private static String name(Ref ref) {
        List<String> words = Path.of(ref.path().trim()).words();
        return isInside(ref, words) ? words.get(1) : words.get(0);
    }

    private static Collection<String> known(Ref ref, Layout layout) {
        return isInside(ref, Path.of(ref.path().trim()).words())
                ? layout.shape(ref.section()).names()
                : layout.names();
    }

    private static boolean isInside(Ref ref, List<String> words) {
        return words.size() > 1 && words.get(0).equals(ref.section().path());
    }
}
