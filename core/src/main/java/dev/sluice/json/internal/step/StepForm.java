package dev.sluice.json.internal.step;

import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.GroupStep;
import dev.sluice.flow.ListStep;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.RouteStep;
import dev.sluice.flow.SetStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.SubFlowStep;
import dev.sluice.internal.names.Pointer;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.Optional;
import java.util.function.Function;

/** A step of any type; its {@code type} says which. */
public final class StepForm {
    static final Words<Function<Node, ? extends StepDefinition>> TYPES =
            Words.<Function<Node, ? extends StepDefinition>>of("type of step", "unknown_step_type")
                    .with(FilterForm::read, "filter")
                    .with(EnhancementForm::read, "enhancement")
                    .with(RecipientForm::recipient, "recipient")
                    .with(RecipientForm::notification, "notify")
                    .with(DistributeForm::read, "distribute")
                    .with(RouteForm::read, "route")
                    .with(SetForm::read, "set")
                    .with(ListForm::read, "list")
                    .with(GroupForm::read, "group")
                    .with(SubFlowForm::read, "subFlow");

    private StepForm() {}

    public static StepDefinition read(Node node) {
        Optional<Node> type = type(node);
        if (type.isEmpty()) {
            missingType(node);
            return unreadable(node);
        }
        Function<Node, ? extends StepDefinition> nothing = StepForm::unreadable;
        return type.get().word(TYPES, nothing).apply(node);
    }

    /** The member that names the type of the step at {@code node}. */
    static Optional<Node> type(Node node) {
        Value type = node.value().part("type");
        return type.isAbsent()
                ? Optional.empty()
                : Optional.of(new Node(type, Pointer.below(node.pointer(), "type"), node.faults()));
    }

    private static void missingType(Node node) {
        if (node.value() instanceof Obj) {
            node.faults()
                    .missing(
                            node.pointer(),
                            "type",
                            "a step needs 'type': one of " + String.join(", ", TYPES.words()) + "; add it");
        } else {
            node.expected("an object");
        }
    }

    /** Something that bears the id, so that those who point at it are not called wrong as well. */
    private static StepDefinition unreadable(Node node) {
        return new FilterStep(
                node.value().part("id").text(), null, false, null, FilterAction.CONTINUE, FilterAction.CONTINUE);
    }

    /** What all types begin with. */
    static Out head(StepDefinition step) {
        return new Out()
                .text("id", step.id())
                .text("type", step.kind())
                .text("name", step.name())
                .flag("enabled", step.enabled(), true);
    }

    public static Obj write(StepDefinition step) {
        if (step instanceof FilterStep filter) {
            return FilterForm.write(filter);
        }
        if (step instanceof EnhancementStep enhancement) {
            return EnhancementForm.write(enhancement);
        }
        if (step instanceof RecipientStep recipient) {
            return RecipientForm.write(recipient);
        }
        if (step instanceof SetStep set) {
            return SetForm.write(set);
        }
        if (step instanceof ListStep list) {
            return ListForm.write(list);
        }
        return writeWithOthers(step);
    }

    private static Obj writeWithOthers(StepDefinition step) {
        if (step instanceof DistributeStep distribution) {
            return DistributeForm.write(distribution);
        }
        if (step instanceof RouteStep route) {
            return RouteForm.write(route);
        }
        if (step instanceof GroupStep group) {
            return GroupForm.write(group);
        }
        return SubFlowForm.write((SubFlowStep) step);
    }
}
