package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which leads count as repeated: those that agree with an accepted lead in all of the fields. A lead that leaves one of
 * them empty never counts as repeated.
 *
 * @param fields the fields compared, by their normal form
 * @param window how long an accepted lead is remembered
 * @param scope among which leads
 * @param reason a template; null for {@code Duplicate: Previously submitted <date>}
 */
public record DuplicateCheck(
        List<String> fields,
        Window window,
        Scope scope,
        @Nullable String reason) {
    public DuplicateCheck {
        fields = List.copyOf(fields);
        requireNonNull(window, "window");
        requireNonNull(scope, "scope");
    }

    /** The leads of this flow, or of all flows of the account. */
    public enum Scope {
        FLOW,
        ACCOUNT
    }
}
