package dev.sluice;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Deadline;
import dev.sluice.types.Obj;
import java.util.Optional;

/**
 * Says whether a source is who it says it is, for sources that require authentication and have no key hashes of their own.
 * Asked on the submitting thread before anything is recorded. One that throws or answers null refuses, which is logged
 * with the kind of the fault.
 */
@FunctionalInterface
public interface SourceAuthenticator {

    /** Judges one attempt; compare secrets in constant time. */
    Authentication authenticate(Attempt attempt);

    /**
     * A source that wants in.
     *
     * @param account the owner of the flow
     * @param flow the flow's id
     * @param source the source's id
     * @param partner the account that the source is, of sources that are partner accounts
     * @param credential what came with the lead
     * @param details how the lead came: {@code ip} and the like
     * @param deadline until when an answer is of use
     */
    record Attempt(
            String account,
            String flow,
            String source,
            Optional<String> partner,
            Optional<String> credential,
            Obj details,
            Deadline deadline) {
        public Attempt {
            requireNonNull(account, "account");
            requireNonNull(flow, "flow");
            requireNonNull(source, "source");
            requireNonNull(partner, "partner");
            requireNonNull(credential, "credential");
            requireNonNull(details, "details");
            requireNonNull(deadline, "deadline");
        }

        /** Who wants in where, never the credential. */
        @Override
        public String toString() {
            return "source " + source + " at flow " + flow;
        }
    }
}
