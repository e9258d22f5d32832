package dev.sluice.flow.check.internal.steps;

import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FeedbackAgreement;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Agreements about feedback: with recipients that there are, and one for each type. */
final class FeedbackAgreements implements Check {
    private static final String ALL = "";

    @Override
    public void check(Subject subject, Found found) {
        List<FeedbackAgreement> agreements = subject.flow().feedback();
        Set<String> recipients = agreements.isEmpty() ? Set.of() : recipients(subject.flow());
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < agreements.size(); i++) {
            FeedbackAgreement agreement = agreements.get(i);
            String pointer = "/feedback/" + i;
            for (int k = 0; k < agreement.recipients().size(); k++) {
                String recipient = agreement.recipients().get(k);
                if (!recipients.contains(recipient)) {
                    found.error(
                            "unknown_recipient",
                            pointer + "/recipients/" + k,
                            "'" + recipient + "' is neither the entity of a recipient nor a step that delivers");
                }
            }
            List<String> with = agreement.recipients().isEmpty() ? List.of(ALL) : agreement.recipients();
            boolean isNew = with.stream()
                    .map(recipient ->
                            seen.add(List.of(recipient, agreement.terms().type())))
                    .reduce(true, Boolean::logicalAnd);
            if (!isNew) {
                found.error(
                        "duplicate_feedback",
                        pointer,
                        "there is another agreement about '" + agreement.terms().type() + "' with the same recipient");
            }
        }
    }

    private static Set<String> recipients(FlowDefinition flow) {
        Set<String> names = new HashSet<>();
        FlowWalk.through(flow, new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof RecipientStep recipient) {
                    add(recipient, names);
                } else if (step instanceof DistributeStep distribution) {
                    distribution.recipients().forEach(each -> add(each, names));
                }
            }
        });
        return names;
    }

    private static void add(RecipientStep recipient, Set<String> names) {
        names.add(recipient.id());
        if (recipient.entity() != null) {
            names.add(recipient.entity().id());
        }
    }
}
