package dev.sluice.internal;

import dev.sluice.internal.record.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a lead must pass to be taken. A gate looks at the lead alone and answers at once, or leaves a {@link
 * Question} about other leads, which is answered in the write that takes the lead. Immutable.
 */
public interface Gate {

    /** Why the lead is not taken; null when this gate has nothing against it, or has only questions. */
    @Nullable Verdict refusal(Hearing hearing);

    /** A gate before this one has refused the lead; this one judges no more, but may count it. */
    default void missed(Hearing hearing) {}
}
