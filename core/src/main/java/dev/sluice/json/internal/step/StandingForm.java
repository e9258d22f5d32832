package dev.sluice.json.internal.step;

import dev.sluice.flow.Standing;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Value;

/** How a recipient stands among others: members of the recipient itself. */
final class StandingForm {
    private StandingForm() {}

    static Standing read(Members members) {
        Standing equal = Standing.EQUAL;
        return new Standing(
                members.or("weight", Node::smallInteger, equal.weight()),
                members.or("score", StandingForm::number, equal.score()),
                members.or("tier", Node::smallInteger, equal.tier()),
                members.or("priority", Node::smallInteger, equal.priority()));
    }

    /** A number, or a template that gives one. */
    static Value number(Node node) {
        if (node.value() instanceof Num || node.value() instanceof Text) {
            return node.value();
        }
        node.expected("a number, or a template that gives one");
        return Value.number(0);
    }

    static Out write(Standing standing, Out out) {
        Standing equal = Standing.EQUAL;
        return out.unless(equal.weight(), "weight", standing.weight(), Value::number)
                .unless(equal.score(), "score", standing.score(), score -> score)
                .unless(equal.tier(), "tier", standing.tier(), Value::number)
                .unless(equal.priority(), "priority", standing.priority(), Value::number);
    }
}
