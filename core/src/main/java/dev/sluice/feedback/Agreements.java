package dev.sluice.feedback;

import dev.sluice.FlowRevision;
import dev.sluice.Sluice;
import dev.sluice.event.Event;
import dev.sluice.flow.FeedbackAgreement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What flows agreed about feedback, by the revision that delivered a lead. Safe on any thread. */
final class Agreements {
    private final Sluice sluice;
    private final Map<String, Map<Long, List<FeedbackAgreement>>> known = new ConcurrentHashMap<>();

    Agreements(Sluice sluice) {
        this.sluice = sluice;
    }

    /** Terms for a type with one of these names of a recipient, else with all recipients. */
    Optional<FeedbackTerms> of(Event delivered, String type, List<String> recipients) {
        List<FeedbackAgreement> agreed = of(delivered.context()).stream()
                .filter(agreement -> agreement.terms().type().equals(type))
                .toList();
        return recipients.stream()
                .flatMap(name -> agreed.stream()
                        .filter(agreement -> agreement.recipients().contains(name)))
                .findFirst()
                .or(() -> agreed.stream()
                        .filter(agreement -> agreement.recipients().isEmpty())
                        .findFirst())
                .map(FeedbackAgreement::terms);
    }

    private List<FeedbackAgreement> of(Event.Context lead) {
        Map<Long, List<FeedbackAgreement>> revisions = known.getOrDefault(lead.flow(), Map.of());
        if (!revisions.containsKey(lead.revision())) {
            revisions = sluice.revisions(lead.flow()).stream()
                    .collect(Collectors.toUnmodifiableMap(FlowRevision::number, revision -> revision.definition()
                            .feedback()));
            known.put(lead.flow(), revisions);
        }
        return revisions.getOrDefault(lead.revision(), List.of());
    }
}
