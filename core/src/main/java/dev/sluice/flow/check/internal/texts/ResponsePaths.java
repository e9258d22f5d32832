package dev.sluice.flow.check.internal.texts;

import dev.sluice.flow.ResponseDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import dev.sluice.types.InvalidPathException;
import dev.sluice.types.Stage;
import java.util.List;

/** Answers that name what cannot be read, or what nothing declares. */
final class ResponsePaths implements Check {
    @Override
    public void check(Subject subject, Found found) {
        response(subject, subject.flow().response(), "/response", found);
        for (int i = 0; i < subject.flow().sources().size(); i++) {
            ResponseDefinition own = subject.flow().sources().get(i).response();
            if (own != null) {
                response(subject, own, "/sources/" + i + "/response", found);
            }
        }
    }

    private static void response(Subject subject, ResponseDefinition response, String pointer, Found found) {
        List<String> fields = response.fields();
        for (int i = 0; i < fields.size(); i++) {
            String place = pointer + "/fields/" + i;
            try {
                Paths.declared(subject.layout().compile(fields.get(i), Stage.RESPONSE), place, subject.layout(), found);
            } catch (InvalidPathException wrong) {
                found.error("invalid_path", place, String.valueOf(wrong.getMessage()));
            }
        }
    }
}
