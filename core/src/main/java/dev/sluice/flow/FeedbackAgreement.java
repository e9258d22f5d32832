package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.feedback.FeedbackTerms;
import java.util.List;

/**
 * What a flow agrees about one type of feedback on the leads that it delivered. Leads keep what was agreed in the revision
 * that delivered them. Without an agreement nothing is taken, unless the host says otherwise.
 *
 * @param recipients entities, or steps where there is none; all that have no agreement of their own when empty
 * @param terms the type, and when it is taken
 */
public record FeedbackAgreement(List<String> recipients, FeedbackTerms terms) {
    public FeedbackAgreement {
        recipients = List.copyOf(recipients);
        requireNonNull(terms, "terms");
    }

    /** With every recipient that has none of its own. */
    public static FeedbackAgreement of(FeedbackTerms terms) {
        return new FeedbackAgreement(List.of(), terms);
    }

    /** With some recipients. */
    public static FeedbackAgreement with(FeedbackTerms terms, String... recipients) {
        return new FeedbackAgreement(List.of(recipients), terms);
    }
}
