package dev.sluice.partner;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request: a value, or why there is none. Immutable.
 *
 * @param <T> the value
 */
public final class Answer<T> {
    private final @Nullable T value;
    private final @Nullable Refused refused;

    private Answer(@Nullable T value, @Nullable Refused refused) {
        this.value = value;
        this.refused = refused;
    }

    static <T> Answer<T> of(T value) {
        return new Answer<>(requireNonNull(value, "value"), null);
    }

    static <T> Answer<T> no(Refused why) {
        return new Answer<>(null, requireNonNull(why, "why"));
    }

    /** Why nothing was done; empty when it was. */
    public Optional<Refused> refused() {
        return Optional.ofNullable(refused);
    }

    /**
     * The value.
     *
     * @throws IllegalStateException if it was refused
     */
    public T get() {
        if (value == null) {
            throw new IllegalStateException(this + "; look at refused() first");
        }
        return value;
    }

    <R> Answer<R> then(Function<T, Answer<R>> next) {
        return value == null ? no(requireNonNull(refused, "refused")) : next.apply(value);
    }

    @Override
    public String toString() {
        return refused == null ? "done" : refused.text();
    }
}
