package dev.sluice.flow.check.internal.texts;

import dev.sluice.flow.ResponseDefinition;
import dev.sluice.flow.ResponseTemplate;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import java.util.List;

/** Statuses that HTTP does not have, and answers that none before them leaves over. */
final class ResponseStatuses implements Check {
    private static final int LOWEST = 200;
    private static final int HIGHEST = 599;

    @Override
    public void check(Subject subject, Found found) {
        response(subject.flow().response(), "/response", found);
        List<SourceDefinition> sources = subject.flow().sources();
        for (int i = 0; i < sources.size(); i++) {
            ResponseDefinition own = sources.get(i).response();
            if (own != null) {
                response(own, "/sources/" + i + "/response", found);
            }
        }
    }

    private static void response(ResponseDefinition response, String pointer, Found found) {
        boolean covered = false;
        for (int i = 0; i < response.templates().size(); i++) {
            ResponseTemplate template = response.templates().get(i);
            String place = pointer + "/templates/" + i;
            Integer status = template.status();
            if (status != null && (status < LOWEST || status > HIGHEST)) {
                found.error("invalid_status", place + "/status", "a status of HTTP is 200 to 599, not " + status);
            }
            if (covered) {
                found.warning(
                        "unreachable_template",
                        place,
                        "a template before this one is for every lead; put that one last");
            }
            covered |= template.outcome() == null && template.ruleSet() == null;
        }
    }
}
