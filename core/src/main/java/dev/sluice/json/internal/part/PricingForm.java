package dev.sluice.json.internal.part;

import dev.sluice.flow.Pricing;
import dev.sluice.flow.Pricing.Adjustment;
import dev.sluice.flow.Pricing.Operation;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;

/** What one side asks or pays: {@code pricing}, and at flows and sources {@code pricingService} beside it. */
public final class PricingForm {
    public static final Vocabulary KEYS = Vocabulary.of(
                    "a pricing", "prices", "adjust", "override", "min", "max", "share", "floor", "minimumMargin")
            .alias("minimum", "min")
            .alias("maximum", "max");
    public static final Vocabulary PRICE = Vocabulary.of("a price", "amount", "ruleSet", "id");
    public static final Vocabulary ADJUSTMENT = Vocabulary.of("an adjustment", "add", "multiply", "ruleSet", "id");
    public static final Vocabulary SHARE = Vocabulary.of("a share", "percent", "of");
    static final Words<String> SHARED =
            Words.<String>of("thing to share", "unknown_word").with("revenue", "revenue");

    private PricingForm() {}

    /** The pricing of a flow or a source. */
    public static Pricing readWithService(Members owner) {
        Pricing pricing = read(owner);
        Pricing.Service service = owner.orNull("pricingService", PricingServiceForm::read);
        return service == null ? pricing : pricing.behind(service);
    }

    /** The pricing of a recipient. */
    public static Pricing read(Members owner) {
        return owner.or("pricing", PricingForm::read, Pricing.NONE);
    }

    private static Pricing read(Node node) {
        Members members = node.members(KEYS);
        return new Pricing(
                members.list("prices", PricingForm::price),
                members.list("adjust", PricingForm::adjustment),
                members.flag("override", false),
                members.orNull("min", Node::decimal),
                members.orNull("max", Node::decimal),
                null,
                members.orNull("share", PricingForm::share),
                members.orNull("floor", MinimumForm::read),
                members.orNull("minimumMargin", MinimumForm::read));
    }

    private static Pricing.Price price(Node node) {
        Members members = node.members(PRICE);
        return new Pricing.Price(
                members.need("amount", PricingForm::amount, Value.number(0)),
                ConditionForm.readSet(members),
                members.textOrNull("id"));
    }

    private static Adjustment adjustment(Node node) {
        Members members = node.members(ADJUSTMENT);
        boolean multiplies = members.has("multiply");
        if (multiplies && members.has("add")) {
            node.faults()
                    .wrong(
                            "conflicting_keys",
                            node.pointer() + "/multiply",
                            "an adjustment adds or multiplies; write two of them to do both");
        }
        Value amount = multiplies
                ? members.need("multiply", PricingForm::amount, Value.number(1))
                : members.need("add", PricingForm::amount, Value.number(0));
        return new Adjustment(
                multiplies ? Operation.MULTIPLY : Operation.ADD,
                amount,
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

    private static BigDecimal share(Node node) {
        Members members = node.members(SHARE);
        members.orNull("of", of -> of.word(SHARED, "revenue"));
        return members.need("percent", Node::decimal, BigDecimal.ZERO);
    }

    /** All but the service, which stands beside it. */
    public static Obj write(Pricing pricing) {
        return new Out()
                .list("prices", pricing.prices(), PricingForm::write)
                .list("adjust", pricing.adjustments(), PricingForm::write)
                .flag("override", pricing.override(), false)
                .optional("min", pricing.minimum(), Out::decimal)
                .optional("max", pricing.maximum(), Out::decimal)
                .optional("share", pricing.share(), PricingForm::writeShare)
                .optional("floor", pricing.floor(), MinimumForm::write)
                .optional("minimumMargin", pricing.margin(), MinimumForm::write)
                .done();
    }

    private static Obj write(Pricing.Price price) {
        return new Out()
                .text("id", price.id())
                .put("amount", price.amount())
                .optional("ruleSet", price.ruleSet(), ConditionForm::write)
                .done();
    }

    private static Obj write(Adjustment adjustment) {
        return new Out()
                .text("id", adjustment.id())
                .put(adjustment.operation() == Operation.ADD ? "add" : "multiply", adjustment.amount())
                .optional("ruleSet", adjustment.ruleSet(), ConditionForm::write)
                .done();
    }

    private static Obj writeShare(BigDecimal percent) {
        return new Out()
                .put("percent", Value.number(percent))
                .text("of", "revenue")
                .done();
    }
}
