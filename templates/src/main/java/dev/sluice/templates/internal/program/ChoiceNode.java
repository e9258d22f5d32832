package dev.sluice.templates.internal.program;

import java.util.List;

/** The first branch whose condition holds, else the last resort. */
final class ChoiceNode extends Node {
    private final Condition[] conditions;
    private final Body[] bodies;
    private final Body otherwise;

    ChoiceNode(List<Condition> conditions, List<Body> bodies, Body otherwise) {
        this.conditions = conditions.toArray(Condition[]::new);
        this.bodies = bodies.toArray(Body[]::new);
        this.otherwise = otherwise;
    }

    @Override
    void run(Frame frame, StringBuilder out) {
        for (int i = 0; i < conditions.length; i++) {
            if (conditions[i].holds(frame)) {
                bodies[i].run(frame, out);
                return;
            }
        }
        otherwise.run(frame, out);
    }
}
