package dev.sluice.flow.check.internal.texts;

import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.InvalidPathException;
import dev.sluice.types.Ref;
import dev.sluice.types.Stage;

/** Templates that are none, read what their place may not read, or read what nothing declares. */
final class TemplateTexts implements Check {
    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void template(Place place, String text) {
                compile(subject, place, text, found);
            }
        });
    }

    private static void compile(Subject subject, Place place, String text, Found found) {
        try {
            for (Ref ref : subject.templates()
                    .compile(text, subject.layout(), place.stage())
                    .refs()) {
                if (place.stage() != Stage.INBOUND) {
                    Paths.declared(ref, place.pointer(), subject.layout(), found);
                }
            }
        } catch (TemplateException wrong) {
            found.error("invalid_template", place.pointer(), String.valueOf(wrong.getMessage()));
        } catch (InvalidPathException wrong) {
            found.error("invalid_path", place.pointer(), String.valueOf(wrong.getMessage()));
        }
    }
}
