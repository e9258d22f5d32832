package dev.sluice.flow.check;

import dev.sluice.internal.names.Pointer;
import dev.sluice.rules.Condition;
import dev.sluice.rules.Expression;
import dev.sluice.rules.ExpressionException;
import dev.sluice.rules.Rule;
import dev.sluice.rules.RuleSet;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.InvalidPathException;
import dev.sluice.types.Ref;
import dev.sluice.types.Text;
import java.util.List;
import java.util.function.BiConsumer;

/** Shows every path that the templates and rules of a flow read, with its place. What cannot be compiled reads nothing. */
public final class Reads implements FlowVisitor {
    private final Subject subject;
    private final BiConsumer<Place, Ref> see;

    private Reads(Subject subject, BiConsumer<Place, Ref> see) {
        this.subject = subject;
        this.see = see;
    }

    /** Shows each path that {@code subject} reads to {@code see}, with its place. */
    public static void of(Subject subject, BiConsumer<Place, Ref> see) {
        FlowWalk.through(subject.flow(), new Reads(subject, see));
    }

    @Override
    public void template(Place place, String text) {
        try {
            List<Ref> refs = subject.templates()
                    .compile(text, subject.layout(), place.stage())
                    .refs();
            refs.forEach(ref -> see.accept(place, ref));
        } catch (TemplateException | InvalidPathException unreadable) {
            // Told by another check.
        }
    }

    @Override
    public void ruleSet(Place place, RuleSet set) {
        for (int i = 0; i < set.rules().size(); i++) {
            condition(
                    new Place(Pointer.below(place.pointer() + "/rules", i), place.stage()),
                    set.rules().get(i));
        }
    }

    private void condition(Place place, Condition condition) {
        if (condition instanceof RuleSet set) {
            ruleSet(place, set);
        } else if (condition instanceof Rule rule) {
            rule(place, rule);
        } else if (condition instanceof Expression expression) {
            expression(place.below("expression"), expression);
        }
    }

    private void expression(Place place, Expression expression) {
        try {
            List<Ref> refs =
                    subject.rules(place.stage()).expression(expression.text()).refs();
            refs.forEach(ref -> see.accept(place, ref));
        } catch (ExpressionException unreadable) {
            // Told by another check.
        }
    }

    private void rule(Place place, Rule rule) {
        side(place.below("lhv"), rule.lhv());
        if (rule.rhv() instanceof Text text) {
            template(place.below("rhv"), text.value());
        }
        RuleSet more = rule.ruleSet();
        if (more != null) {
            ruleSet(place.below("ruleSet"), more);
        }
    }

    private void side(Place place, String text) {
        if (text.contains("{{")) {
            template(place, text);
            return;
        }
        try {
            see.accept(place, subject.layout().compile(text, place.stage()));
        } catch (InvalidPathException unreadable) {
            // Told by another check.
        }
    }
}
