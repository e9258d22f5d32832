package dev.sluice.json.internal.flow;

import dev.sluice.feedback.FeedbackItem;
import dev.sluice.feedback.FeedbackTerms;
import dev.sluice.feedback.FeedbackTerms.Limit;
import dev.sluice.flow.FeedbackAgreement;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a flow agrees about feedback. */
final class FeedbackForm {
    static final Vocabulary KEYS = Vocabulary.of(
            "an agreement about feedback",
            "type",
            "recipients",
            "maximumAge",
            "reasons",
            "ruleSet",
            "limit",
            "creditPercent",
            "costCreditPercent");
    static final Vocabulary LIMIT = Vocabulary.of("a limit of feedback", "maximum", "percent", "window");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private FeedbackForm() {}

    static FeedbackAgreement read(Node node) {
        Members members = node.members(KEYS);
        String type = members.text("type");
        FeedbackTerms terms = new FeedbackTerms(
                type,
                Optional.ofNullable(members.orNull("maximumAge", FeedbackForm::age)),
                Set.copyOf(members.list("reasons", Node::text)),
                Optional.ofNullable(ConditionForm.readSet(members)),
                Optional.ofNullable(members.orNull("limit", FeedbackForm::limit)),
                members.or("creditPercent", FeedbackForm::percent, usualCredit(type)),
                members.or("costCreditPercent", FeedbackForm::percent, BigDecimal.ZERO));
        return new FeedbackAgreement(members.list("recipients", Node::text), terms);
    }

    /** A return gives the sale back unless something else is agreed. */
    private static BigDecimal usualCredit(String type) {
        return type.equals(FeedbackItem.RETURN) ? ALL : BigDecimal.ZERO;
    }

    private static Duration age(Node node) {
        Duration age = node.duration();
        if (age.isNegative()) {
            node.faults().wrong("feedback_out_of_range", node.pointer(), "an age is not negative");
        }
        return age;
    }

    private static BigDecimal percent(Node node) {
        BigDecimal percent = node.decimal();
        if (percent.signum() >= 0 && percent.compareTo(ALL) <= 0) {
            return percent;
        }
        node.faults().wrong("feedback_out_of_range", node.pointer(), "a percentage is from 0 to 100");
        return BigDecimal.ZERO;
    }

    private static Limit limit(Node node) {
        Members members = node.members(LIMIT);
        Optional<Long> most = Optional.ofNullable(members.orNull("maximum", Node::integer));
        Optional<BigDecimal> share = Optional.ofNullable(members.orNull("percent", FeedbackForm::percent));
        Duration window = members.need("window", Node::duration, Duration.ofDays(1));
        boolean holds = (most.isPresent() || share.isPresent())
                && most.orElse(0L) >= 0
                && window.compareTo(Duration.ofSeconds(1)) >= 0;
        if (holds) {
            return new Limit(most, share, window);
        }
        node.faults()
                .wrong(
                        "feedback_out_of_range",
                        node.pointer(),
                        "a limit has a maximum of 0 or more, or a percent, in a window of a second or more");
        return new Limit(Optional.of(0L), Optional.empty(), Duration.ofDays(1));
    }

    static Obj write(FeedbackAgreement agreement) {
        FeedbackTerms terms = agreement.terms();
        return new Out()
                .text("type", terms.type())
                .list("recipients", agreement.recipients(), Out::text)
                .optional("maximumAge", terms.maximumAge().orElse(null), Out::duration)
                .list("reasons", terms.reasons().stream().sorted().toList(), Out::text)
                .optional("ruleSet", terms.ruleSet().orElse(null), ConditionForm::write)
                .optional("limit", terms.limit().orElse(null), FeedbackForm::write)
                .unless(usualCredit(terms.type()), "creditPercent", terms.credit(), Out::decimal)
                .unless(BigDecimal.ZERO, "costCreditPercent", terms.costCredit(), Out::decimal)
                .done();
    }

    private static Value write(Limit limit) {
        return new Out()
                .optional("maximum", limit.most().orElse(null), Value::number)
                .optional("percent", limit.percent().orElse(null), Out::decimal)
                .put("window", Out.duration(limit.window()))
                .done();
    }
}
