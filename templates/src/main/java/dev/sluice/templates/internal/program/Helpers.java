package dev.sluice.templates.internal.program;

import dev.sluice.templates.Helper;
import dev.sluice.templates.internal.helper.Builtin;
import dev.sluice.templates.internal.helper.Builtins;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The helpers that a template may call: the host's, then the built-in ones. */
record Helpers(Map<String, Helper> host) {
    /** The names that are part of the language. */
    static final Set<String> BLOCKS = Set.of("if", "unless", "each", "with");

    boolean knows(String name) {
        return host.containsKey(name) || Builtins.ALL.containsKey(name);
    }

    @Nullable Helper ofHost(String name) {
        return host.get(name);
    }

    @Nullable Builtin builtin(String name) {
        return Builtins.ALL.get(name);
    }
}
