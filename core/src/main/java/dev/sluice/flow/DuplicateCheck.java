package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which leads count as repeated: those that agree with an earlier lead in all of the fields and in the key. A lead that
 * leaves one of them empty never counts as repeated.
 *
 * @param fields the fields compared, by their normal form
 * @param key a template that makes one text of several values, compared beside the fields; null for none
 * @param window how long an earlier lead is remembered
 * @param scope among which leads
 * @param recordAt which leads are remembered
 * @param reason a template; null for {@code Duplicate: Previously submitted <date>}
 */
public record DuplicateCheck(
        List<String> fields,
        @Nullable String key,
        Window window,
        Scope scope,
        RecordAt recordAt,
        @Nullable String reason) {
    public DuplicateCheck {
        fields = List.copyOf(fields);
        requireNonNull(window, "window");
        requireNonNull(scope, "scope");
        requireNonNull(recordAt, "recordAt");
    }

    /** A check of fields against accepted leads. */
    public DuplicateCheck(List<String> fields, Window window, Scope scope, @Nullable String reason) {
        this(fields, null, window, scope, RecordAt.ACCEPTANCE, reason);
    }

    /** This check with a key beside the fields. */
    public DuplicateCheck key(String template) {
        return new DuplicateCheck(fields, requireNonNull(template, "template"), window, scope, recordAt, reason);
    }

    /** This check against other leads. */
    public DuplicateCheck recordAt(RecordAt which) {
        return new DuplicateCheck(fields, key, window, scope, which, reason);
    }

    /** The leads of this flow, or of all flows of the account. */
    public enum Scope {
        FLOW,
        ACCOUNT
    }

    /** Which leads are remembered. */
    public enum RecordAt {
        /** Those that were taken. */
        ACCEPTANCE,
        /** All that came, from the first within each window: against leads that come again and again. */
        SUBMISSION
    }
}
