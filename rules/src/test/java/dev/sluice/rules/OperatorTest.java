package dev.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "equals;is equal to",
                "=;is equal to",
                "==;is equal to",
                "===;is equal to",
                "is;is equal to",
                "not equals;is not equal to",
                "!=;is not equal to",
                "does not equal;is not equal to",
                "<;is less than",
                "<=;is less than or equal to",
                ">;is greater than",
                ">=;is greater than or equal to",
                "between X and Y;is between",
                "in_range [a,b];is between",
                "in_range;is between",
                "not between;is not between",
                "in;is included in",
                "is in;is included in",
                "is one of;is included in",
                "is in list;is included in",
                "is included in list;is included in",
                "isIncludedIn;is included in",
                "IS_INCLUDED_IN;is included in",
                "not in;is not included in",
                "is not in;is not included in",
                "is not one of;is not included in",
                "contains;includes",
                "does contain;includes",
                "does not contain;does not include",
                "not contains;does not include",
                "matches;matches pattern",
                "match;matches pattern",
                "not matches;does not match pattern",
                "is empty;is blank",
                "is not present;is blank",
                "is missing;is blank",
                "not exists;is blank",
                "is present;is not blank",
                "is_present;is not blank",
                "exists;is not blank",
                "is not empty;is not blank",
                "is equal to true;is true",
                "is valid;format is valid",
                "is valid email;format is valid",
                "is valid phone;format is valid",
                "is_valid_zip;format is valid",
                "is invalid;format is invalid",
                "is not valid;format is invalid",
                "is not valid email;format is invalid",
                "is not clean;is obscene",
                "Is  Greater-Than;is greater than",
                "formatIsValid;format is valid",
                " is true ;is true",
            })
    void every_spelling_of_the_documents_is_read(String spelling, String canonical) {
        assertThat(Operator.named(spelling).map(Operator::canonical)).contains(canonical);
    }

    @Test
    void other_words_are_no_operators() {
        assertThat(List.of("", "resembles", "is not greater", "=<", "validates"))
                .allSatisfy(word -> assertThat(Operator.named(word)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void an_operator_is_found_by_its_names_and_only_one_has_each(Operator operator) {
        assertThat(Operator.named(operator.canonical())).contains(operator);
        assertThat(operator.aliases())
                .allSatisfy(alias -> assertThat(Operator.named(alias)).contains(operator));
        assertThat(operator.inverse().flatMap(Operator::inverse).orElse(operator))
                .isEqualTo(operator);
    }

    @Test
    void field_types_offer_operators_by_their_canonical_names() {
        Set<String> names =
                Arrays.stream(Operator.values()).map(Operator::canonical).collect(Collectors.toSet());

        for (FieldType type :
                List.of(FieldTypes.STRING, FieldTypes.NUMBER, FieldTypes.BOOLEAN, FieldTypes.DATE, FieldTypes.PHONE)) {
            assertThat(names).containsAll(type.operators());
        }
    }

    @Test
    void the_builder_says_what_the_documents_say() {
        assertThat(Conditions.field("state").isIncludedIn("TX", "CA"))
                .isEqualTo(new Rule("state", "is included in", Value.of(List.of("TX", "CA")), null, null, null));
        Subject any = Conditions.field("a");
        assertThat(List.of(
                        any.isEqualTo(1),
                        any.isNotEqualTo(1),
                        any.isLessThan(1),
                        any.isLessThanOrEqualTo(1),
                        any.isGreaterThan(1),
                        any.isGreaterThanOrEqualTo(1),
                        any.isBetween(1, 2),
                        any.isNotBetween(1, 2),
                        any.isIncludedIn(1),
                        any.isNotIncludedIn(1),
                        any.includes(1),
                        any.doesNotInclude(1),
                        any.matchesPattern("x"),
                        any.doesNotMatchPattern("x"),
                        any.isBlank(),
                        any.isNotBlank(),
                        any.isTrue(),
                        any.isNotTrue(),
                        any.isFalse(),
                        any.isNotFalse(),
                        any.formatIsValid(),
                        any.formatIsInvalid(),
                        any.isObscene(),
                        any.isNotObscene()))
                .extracting(Rule::op)
                .containsExactlyElementsOf(Arrays.stream(Operator.values())
                        .map(Operator::canonical)
                        .toList());
    }

    @Test
    void the_readme_lists_every_operator_with_its_other_names() throws java.io.IOException {
        String readme = java.nio.file.Files.readString(java.nio.file.Path.of("README.md"));

        for (Operator operator : Operator.values()) {
            String names = Arrays.stream(operator.aliases())
                    .map(alias -> "`" + alias + "`")
                    .collect(Collectors.joining(", "));
            assertThat(readme).contains("| " + operator.canonical() + " | " + names + " |");
        }
    }
}
