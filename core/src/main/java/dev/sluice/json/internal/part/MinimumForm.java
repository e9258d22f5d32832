package dev.sluice.json.internal.part;

import dev.sluice.flow.Pricing.Minimum;
import dev.sluice.flow.Pricing.Policy;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.math.BigDecimal;

/** A lower bound of money: an object, or the bare number for the policy {@code alert}. */
public final class MinimumForm {
    public static final Vocabulary KEYS = Vocabulary.of("a minimum", "amount", "policy");
    static final Words<Policy> POLICIES = Words.<Policy>of("policy", "unknown_word")
            .with(Policy.REJECT, "reject")
            .with(Policy.CONTINUE, "continue")
            .with(Policy.ALERT, "alert");

    private MinimumForm() {}

    static Minimum read(Node node) {
        if (node.value() instanceof Num amount) {
            return new Minimum(amount.value(), Policy.ALERT);
        }
        Members members = node.members(KEYS);
        return new Minimum(
                members.need("amount", Node::decimal, BigDecimal.ZERO),
                members.or("policy", word -> word.word(POLICIES, Policy.ALERT), Policy.ALERT));
    }

    static Value write(Minimum minimum) {
        if (minimum.policy() == Policy.ALERT) {
            return Value.number(minimum.amount());
        }
        return new Out()
                .put("amount", Value.number(minimum.amount()))
                .text("policy", POLICIES.word(minimum.policy()))
                .done();
    }
}
