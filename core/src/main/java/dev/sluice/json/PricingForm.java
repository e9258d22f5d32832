package dev.sluice.json;

import dev.sluice.flow.Pricing;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;

/** One layer of prices. */
final class PricingForm {
    static final Vocabulary KEYS = Vocabulary.of("a pricing", "prices", "override", "min", "max")
            .alias("minimum", "min")
            .alias("maximum", "max");
    static final Vocabulary PRICE = Vocabulary.of("a price", "amount", "ruleSet", "id");

    private PricingForm() {}

    static Pricing read(Members owner) {
        return owner.or("pricing", PricingForm::read, Pricing.NONE);
    }

    private static Pricing read(Node node) {
        Members members = node.members(KEYS);
        return new Pricing(
                members.list("prices", PricingForm::price),
                members.flag("override", false),
                members.orNull("min", Node::decimal),
                members.orNull("max", Node::decimal));
    }

    private static Pricing.Price price(Node node) {
        Members members = node.members(PRICE);
        return new Pricing.Price(
                members.need("amount", PricingForm::amount, Value.number(0)),
                ConditionForm.readSet(members),
                members.textOrNull("id"));
    }

    private static Value amount(Node node) {
        if (node.value() instanceof Num || node.value() instanceof Text) {
            return node.value();
        }
        node.expected("a number, or a template that gives one");
        return Value.number(0);
    }

    static Obj write(Pricing pricing) {
        return new Out()
                .list("prices", pricing.prices(), PricingForm::write)
                .flag("override", pricing.override(), false)
                .optional("min", pricing.minimum(), Out::decimal)
                .optional("max", pricing.maximum(), Out::decimal)
                .done();
    }

    private static Obj write(Pricing.Price price) {
        return new Out()
                .text("id", price.id())
                .put("amount", price.amount())
                .optional("ruleSet", price.ruleSet(), ConditionForm::write)
                .done();
    }
}
