package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Obj;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settings that a plugin compiles once. A flow gives the same object for each delivery, so that is what they are known by.
 * Safe on any thread.
 *
 * @param <T> what settings are compiled to
 */
public final class CompiledSettings<T> {
    /** Flows that are opened again and again leave their old settings behind; then all are compiled anew. */
    private static final int MOST = 20_000;

    private final Function<Obj, T> compiler;
    private final Map<Same, T> known = new ConcurrentHashMap<>();

    /** @param compiler may throw when settings are wrong; it is then asked again at the next delivery */
    public CompiledSettings(Function<Obj, T> compiler) {
        this.compiler = requireNonNull(compiler, "compiler");
    }

    /** What {@code config} was compiled to. */
    public T of(Obj config) {
        Same key = new Same(config);
        T compiled = known.get(key);
        if (compiled == null) {
            compiled = compiler.apply(config);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(key, compiled);
        }
        return compiled;
    }

    private record Same(Obj config) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Same same && same.config == config;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(config);
        }
    }
}
