package dev.sluice.json.internal.step;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.json.internal.part.AcceptanceForm;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.rules.RuleSet;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import org.jspecify.annotations.Nullable;

/** A filter and its two ways on. A way is an object, or in short {@code continue}, {@code stop} or {@code skipTo:<step>}. */
public final class FilterForm {
    public static final Vocabulary KEYS =
            Vocabulary.of("a filter", "id", "type", "name", "enabled", "ruleSet", "stopWhen", "onPass", "onFail");
    public static final Vocabulary ACTION =
            Vocabulary.of("a way on", "action", "step", "outcome", "outcomeOf", "reason");
    static final Words<FilterAction.Kind> ACTIONS = Words.<FilterAction.Kind>of("action", "unknown_word")
            .with(FilterAction.Kind.CONTINUE, "continue")
            .with(FilterAction.Kind.SKIP_TO, "skipTo")
            .with(FilterAction.Kind.STOP, "stop");

    static final Words<Boolean> STOPS = Words.<Boolean>of("reason to stop", "unknown_word")
            .with(true, "match")
            .with(false, "noMatch");

    private FilterForm() {}

    static FilterStep read(Node node) {
        Members members = node.members(KEYS);
        return new FilterStep(
                members.text("id"),
                members.textOrNull("name"),
                members.flag("enabled", true),
                ruleSet(members),
                members.or("onPass", FilterForm::action, FilterAction.CONTINUE),
                members.or("onFail", FilterForm::action, FilterAction.STOP));
    }

    /** Rules that stop whom they match say what a lead must satisfy once they are turned round. */
    private static @Nullable RuleSet ruleSet(Members members) {
        RuleSet ruleSet = ConditionForm.readSet(members);
        boolean turned = members.or("stopWhen", node -> node.word(STOPS, false), false);
        return turned && ruleSet != null ? ruleSet.not() : ruleSet;
    }

    private static FilterAction action(Node node) {
        return node.value() instanceof Text text ? shortForm(node, text.value()) : longForm(node.members(ACTION));
    }

    private static FilterAction shortForm(Node node, String text) {
        int colon = text.indexOf(':');
        FilterAction.Kind kind =
                ACTIONS.meaning(colon < 0 ? text : text.substring(0, colon).trim());
        boolean skips = kind == FilterAction.Kind.SKIP_TO;
        if (kind == null || skips != (colon >= 0)) {
            node.faults()
                    .wrong("unknown_word", node.pointer(), "in short, a way on is continue, stop or skipTo:<step>");
            return FilterAction.CONTINUE;
        }
        if (skips) {
            return FilterAction.skipTo(text.substring(colon + 1).trim());
        }
        return kind == FilterAction.Kind.STOP ? FilterAction.STOP : FilterAction.CONTINUE;
    }

    private static FilterAction longForm(Members members) {
        FilterAction.Kind kind = members.need(
                "action", node -> node.word(ACTIONS, FilterAction.Kind.CONTINUE), FilterAction.Kind.CONTINUE);
        boolean skips = kind == FilterAction.Kind.SKIP_TO;
        return new FilterAction(
                kind,
                skips ? members.text("step") : members.textOrNull("step"),
                members.or("outcome", AcceptanceForm::outcome, standard(kind)),
                members.textOrNull("outcomeOf"),
                members.textOrNull("reason"));
    }

    private static Outcome standard(FilterAction.Kind kind) {
        return kind == FilterAction.Kind.STOP ? Outcome.FAILURE : Outcome.SUCCESS;
    }

    static Obj write(FilterStep step) {
        return StepForm.head(step)
                .optional("ruleSet", step.ruleSet(), ConditionForm::write)
                .unless(FilterAction.CONTINUE, "onPass", step.onPass(), FilterForm::write)
                .unless(FilterAction.STOP, "onFail", step.onFail(), FilterForm::write)
                .done();
    }

    private static Obj write(FilterAction action) {
        return new Out()
                .text("action", ACTIONS.word(action.kind()))
                .text("step", action.target())
                .unless(
                        standard(action.kind()),
                        "outcome",
                        action.outcome(),
                        outcome -> Out.text(AcceptanceForm.OUTCOMES.word(outcome)))
                .text("outcomeOf", action.outcomeOf())
                .text("reason", action.reason())
                .done();
    }
}
