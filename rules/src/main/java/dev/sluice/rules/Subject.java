package dev.sluice.rules;

import static dev.sluice.rules.Operator.DOES_NOT_INCLUDE;
import static dev.sluice.rules.Operator.DOES_NOT_MATCH_PATTERN;
import static dev.sluice.rules.Operator.FORMAT_IS_INVALID;
import static dev.sluice.rules.Operator.FORMAT_IS_VALID;
import static dev.sluice.rules.Operator.INCLUDES;
import static dev.sluice.rules.Operator.IS_BETWEEN;
import static dev.sluice.rules.Operator.IS_BLANK;
import static dev.sluice.rules.Operator.IS_EQUAL_TO;
import static dev.sluice.rules.Operator.IS_FALSE;
import static dev.sluice.rules.Operator.IS_GREATER_THAN;
import static dev.sluice.rules.Operator.IS_GREATER_THAN_OR_EQUAL_TO;
import static dev.sluice.rules.Operator.IS_INCLUDED_IN;
import static dev.sluice.rules.Operator.IS_LESS_THAN;
import static dev.sluice.rules.Operator.IS_LESS_THAN_OR_EQUAL_TO;
import static dev.sluice.rules.Operator.IS_NOT_BETWEEN;
import static dev.sluice.rules.Operator.IS_NOT_BLANK;
import static dev.sluice.rules.Operator.IS_NOT_EQUAL_TO;
import static dev.sluice.rules.Operator.IS_NOT_FALSE;
import static dev.sluice.rules.Operator.IS_NOT_INCLUDED_IN;
import static dev.sluice.rules.Operator.IS_NOT_OBSCENE;
import static dev.sluice.rules.Operator.IS_NOT_TRUE;
import static dev.sluice.rules.Operator.IS_OBSCENE;
import static dev.sluice.rules.Operator.IS_TRUE;
import static dev.sluice.rules.Operator.MATCHES_PATTERN;
import static java.util.Objects.requireNonNull;

import dev.sluice.types.Value;
import java.util.List;

/**
 * A left-hand side that waits for its operator. Arguments are plain Java or {@link Value}s, see {@link Value#of}; text
 * with double braces is a template.
 */
public final class Subject {
    private final String lhv;

    Subject(String lhv) {
        this.lhv = requireNonNull(lhv, "lhv");
    }

    public Rule isEqualTo(Object value) {
        return rule(IS_EQUAL_TO, value);
    }

    public Rule isNotEqualTo(Object value) {
        return rule(IS_NOT_EQUAL_TO, value);
    }

    public Rule isLessThan(Object value) {
        return rule(IS_LESS_THAN, value);
    }

    public Rule isLessThanOrEqualTo(Object value) {
        return rule(IS_LESS_THAN_OR_EQUAL_TO, value);
    }

    public Rule isGreaterThan(Object value) {
        return rule(IS_GREATER_THAN, value);
    }

    public Rule isGreaterThanOrEqualTo(Object value) {
        return rule(IS_GREATER_THAN_OR_EQUAL_TO, value);
    }

    /** Both bounds are included. */
    public Rule isBetween(Object low, Object high) {
        return rule(IS_BETWEEN, List.of(low, high));
    }

    /** Strictly outside of both bounds. */
    public Rule isNotBetween(Object low, Object high) {
        return rule(IS_NOT_BETWEEN, List.of(low, high));
    }

    public Rule isIncludedIn(Object... values) {
        return rule(IS_INCLUDED_IN, List.of(values));
    }

    public Rule isNotIncludedIn(Object... values) {
        return rule(IS_NOT_INCLUDED_IN, List.of(values));
    }

    public Rule includes(Object value) {
        return rule(INCLUDES, value);
    }

    public Rule doesNotInclude(Object value) {
        return rule(DOES_NOT_INCLUDE, value);
    }

    public Rule matchesPattern(String pattern) {
        return rule(MATCHES_PATTERN, pattern);
    }

    public Rule doesNotMatchPattern(String pattern) {
        return rule(DOES_NOT_MATCH_PATTERN, pattern);
    }

    public Rule isBlank() {
        return Rule.of(lhv, IS_BLANK);
    }

    public Rule isNotBlank() {
        return Rule.of(lhv, IS_NOT_BLANK);
    }

    public Rule isTrue() {
        return Rule.of(lhv, IS_TRUE);
    }

    public Rule isNotTrue() {
        return Rule.of(lhv, IS_NOT_TRUE);
    }

    public Rule isFalse() {
        return Rule.of(lhv, IS_FALSE);
    }

    public Rule isNotFalse() {
        return Rule.of(lhv, IS_NOT_FALSE);
    }

    public Rule formatIsValid() {
        return Rule.of(lhv, FORMAT_IS_VALID);
    }

    public Rule formatIsInvalid() {
        return Rule.of(lhv, FORMAT_IS_INVALID);
    }

    public Rule isObscene() {
        return Rule.of(lhv, IS_OBSCENE);
    }

    public Rule isNotObscene() {
        return Rule.of(lhv, IS_NOT_OBSCENE);
    }

    private Rule rule(Operator operator, Object right) {
        return Rule.of(lhv, operator, Value.of(right));
    }
}
