package dev.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each operator says of a value, given as JSON with single quotes: value, operator, right-hand side. */
class OperatorsTest {
    private final Leads leads = new Leads()
            .field("state", "state")
            .field("phone", "phone")
            .field("zip", "postal_code")
            .field("email", "email")
            .field("born", "date")
            .field("met", "time")
            .field("score", "range")
            .field("count", "number")
            .field("agreed", "boolean")
            .at("2026-03-15T12:00:00Z", "America/New_York");

    private boolean holds(String field, String value, String op, String rhv) {
        String right = rhv == null ? "" : ", 'rhv': " + rhv;
        String rule = "{'lhv': 'lead." + field + "', 'op': '" + op + "'" + right + "}";
        return leads.holds(rule, value == null ? "{'lead': {}}" : "{'lead': {'" + field + "': " + value + "}}");
    }

    @ParameterizedTest(name = "{0} {1} equals {2}: {3}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "text;'Austin ';' austin';true",
                "text;'Austin';'Dallas';false",
                "text;'123';123;true",
                "text;'07';'7';true",
                "text;'$1,250.00';1250;true",
                "text;'1,25';125;false",
                "text;'a1';1;false",
                "text;1.50;'1.5';true",
                "text;true;'TRUE';true",
                "text;true;'yes';false",
                "text;'true';true;true",
                "text;true;1;false",
                "text;'';'';true",
                "text;'  ';null;true",
                "text;'';'x';false",
                "text;'x';'';false",
                "text;['b','A'];['a','B'];true",
                "text;['b','A'];['a'];false",
                "text;['2','1'];[1,2];true",
                "text;['a'];'a';false",
                "text;'a';['a'];false",
                "text;[];'';true",
                "state;'tx';'TX';true",
                "zip;'07001';'7001';false",
                "zip;'07001';'07001';true",
                "phone;'5125551234';5125551234;true",
                "born;'03/15/1990';'1990-03-15';true",
                "born;'1990-03-15';'March 15, 1990';true",
                "born;'1990-03-15';'1990-03-16';false",
                "met;'2026-03-15T04:00:00Z';'2026-03-15';true",
                "met;'2026-03-15T00:00:00Z';'2026-03-15';false",
                "agreed;'yes';'true';true",
                "agreed;'no';true;false",
                "score;'10-20';'10-20';true",
                "count;'1,000';'1000.0';true",
                "count;20240115;'2024-01-15';false",
                "state;'2024-01-15';'January 15, 2024';false",
                "text;'January 15, 2024';'2024-01-15';false",
                "text;['a','b'];['a','c'];false",
                "text;['a'];['a','b'];false",
                "text;[];['a'];false",
                "text;false;false;true",
                "text;false;true;false",
            })
    void equality_compares_numbers_moments_booleans_then_text(
            String field, String value, String rhv, boolean expected) {
        assertThat(holds(field, value, "is equal to", rhv)).isEqualTo(expected);
        assertThat(holds(field, value, "is not equal to", rhv)).isNotEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "text;5;<;6;true",
                "text;5;<;5;false",
                "text;5;<=;5;true",
                "text;'5';>;'10';false",
                "text;'10';>;'9';true",
                "text;5;>=;5;true",
                "text;'abc';>;5;false",
                "text;'abc';<;5;false",
                "text;'';<;5;false",
                "text;null;>;-5;false",
                "text;'10-20';>;14;true",
                "text;'10-20';>;15;false",
                "text;'10-20';<;16;true",
                "text;'700+';>;650;true",
                "text;'700+';<;900;false",
                "text;true;>;0;false",
                "text;[5];>;1;false",
                "score;'10-20';>;14;true",
                "score;'100+';>=;100;true",
                "score;'100+';<=;100000;false",
                "count;'$5,000';>;4999.99;true",
                "born;'1990-03-15';<;'1990-03-16';true",
                "born;'1990-03-15';<;'03/16/1990';true",
                "born;'1990-03-15';>;'yesterday';false",
                "born;'2026-03-15';>;'yesterday';true",
                "born;'gibberish';>;'1990-01-01';false",
                "text;'2024-01-15T21:50:00Z';>;'2024-01-15';true",
                "text;'2024-01-15 23:00:00';<;'2024-01-16T04:00:01Z';true",
                "met;'2026-03-15T03:59:59Z';<;'2026-03-15';true",
                "met;'2026-03-15T04:00:00Z';<;'2026-03-15';false",
                "zip;'75001';>=;'75000';true",
                "zip;'75001';>=;'5000';false",
                "zip;'75001';>;'75001';false",
                "zip;'75001';<;'75002';true",
                "zip;'K1A 0B1';<;'75002';false",
                "text;5;>;'2024-01-01';false",
                "text;'2024-1-1';<;'2024-02-01';false",
                "text;'2024-01-01T';<;'2025-02-01';false",
                "text;'x024-01-01';<;'2025-02-01';false",
                "text;14;<;'10-20';true",
                "text;15;<;'10-20';false",
                "text;15;<=;'10-20';true",
                "text;16;>;'10 - 20';true",
                "text;14;>=;'10-20';false",
                "text;'10-20';>=;'12-18';true",
                "text;699;<;'700+';true",
                "text;900;>;'700+';false",
                "text;'abc';<;'10-20';false",
                "score;'10-20';<;'100-200';true",
                "phone;'123';>;0.1;false",
                "phone;'12.';>;'120';false",
                "zip;'75001';<;'75.02';false",
            })
    void orderings_compare_quantities_and_fail_on_anything_else(
            String field, String value, String op, String rhv, boolean expected) {
        assertThat(holds(field, value, op, rhv)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} between {2}: {3}, not between: {4}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "text;5;'5-10';true;false",
                "text;10;'5 to 10';true;false",
                "text;7;'5 AND 10';true;false",
                "text;7;'5 - 10';true;false",
                "text;7;'5,10';true;false",
                "text;11;[5,10];false;true",
                "text;-3;[-5,-1];true;false",
                "text;-3;'-5 to -1';true;false",
                "text;-3;'-5,-1';true;false",
                "text;-3;'-5-1';false;false",
                "text;'0915';'0830-1645';true;false",
                "text;'0815';'0830-1645';false;true",
                "text;7000;'$5,000-$10,000';true;false",
                "text;'';'5-10';false;false",
                "text;'abc';'5-10';false;false",
                "text;'10-20';'14-16';true;false",
                "text;'100+';'5-10';false;true",
                "text;'100+';'5-500';false;false",
                "born;'1990-03-15';'1990-01-01 to 1990-12-31';true;false",
                "born;'1990-03-15';'1990-01-01-1990-03-15';true;false",
                "born;'1990-03-15';'1/1/1991 and 12/31/1991';false;true",
                "text;'2024-01-15T10:00:00Z';['2024-01-01','2024-02-01'];true;false",
                "zip;'75001';'75000-75999';true;false",
                "zip;'7500';'75000-75999';false;false",
                "zip;'K1A0B';'75000-75999';false;false",
                "zip;'K1A 0B1';'7500000-7599999';false;false",
                "zip;'75000';'75000-75999';true;false",
                "zip;'75999';'75000-75999';true;false",
                "zip;'74999';'75000-75999';false;true",
                "zip;'76000';'75000-75999';false;true",
                "text;'10-20';'15-16';true;false",
                "text;'10-20';'14-15';true;false",
                "text;'100+';'5-100';false;false",
                "text;'100+';'5-99';false;true",
                "text;5;'2024-01-01 to 2024-02-01';false;false",
                "text;5;'5..7';true;false",
                "text;5;'[4, 6]';true;false",
                "born;'1990-01-01';'1990-01-01 to 1990-12-31';true;false",
                "born;'1990-12-31';'1990-01-01 to 1990-12-31';true;false",
                "born;'1991-01-01';'1990-01-01 to 1990-12-31';false;true",
                "text;'2024-01-01';['2024-01-01','2024-01-01'];true;false",
                "text;7;[7,7];true;false",
            })
    void between_includes_its_bounds(String field, String value, String rhv, boolean inside, boolean outside) {
        assertThat(holds(field, value, "is between", rhv)).isEqualTo(inside);
        assertThat(holds(field, value, "is not between", rhv)).isEqualTo(outside);
    }

    @ParameterizedTest(name = "{0} {1} in {2}: {3}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "text;'tx';['CA','TX'];true",
                "text;'ny';['CA','TX'];false",
                "text;' TX ';'CA, TX,FL';true",
                "text;'5';[1,5.0];true",
                "text;5;'1,5';true",
                "text;'';'a,,b';false",
                "text;null;['a'];false",
                "text;['x','TX'];['CA','TX'];true",
                "text;['x'];['CA','TX'];false",
                "text;true;['true'];true",
                "text;'a';'a';true",
                "text;3;3;true",
                "zip;'07001';[7001];false",
                "zip;'07001';['07001'];true",
                "born;'1990-03-15';['March 15, 1990'];true",
                "born;'1990-03-15';['1990-03-16'];false",
            })
    void membership_is_equality_with_an_element(String field, String value, String rhv, boolean expected) {
        assertThat(holds(field, value, "is included in", rhv)).isEqualTo(expected);
        assertThat(holds(field, value, "is not included in", rhv)).isNotEqualTo(expected);
    }

    @Test
    void quotes_protect_commas_and_double_themselves() {
        String list =
                "{'lhv':'lead.city','op':'in','rhv':'Austin,\\'Washington, DC\\',\\'The \\'\\'Rock\\'\\'\\',O\\u0027Neill'}";

        assertThat(leads.holds(list, "{'lead':{'city':'washington, dc'}}")).isTrue();
        assertThat(leads.holds(list, "{'lead':{'city':'The \\'rock\\''}}")).isTrue();
        assertThat(leads.holds(list, "{'lead':{'city':'o\\u0027neill'}}")).isTrue();
        assertThat(leads.holds(list, "{'lead':{'city':'DC'}}")).isFalse();
    }

    @ParameterizedTest(name = "{0} {1} includes {2}: {3}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "text;'Hello World';'WORLD';true",
                "text;'Hello World';'o  w';false",
                "text;'Hello World';'o w';true",
                "text;12345;234;true",
                "text;'';'a';false",
                "text;['Red','Blue'];'blue';true",
                "text;['Red','Blue'];'lu';false",
                "text;['Red','Blue','Green'];['red','green'];true",
                "text;['Red','Blue'];['red','green'];false",
                "text;[1,2];'2';true",
                "email;'Ann@Example.com';'@example';true",
            })
    void inclusion_looks_into_texts_and_lists(String field, String value, String rhv, boolean expected) {
        assertThat(holds(field, value, "includes", rhv)).isEqualTo(expected);
        assertThat(holds(field, value, "does not include", rhv)).isNotEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} matches {2}: {3}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "phone;'5125551234';'512*';true",
                "text;'';'*';false",
                "text;'abc';['x*','a*'];true",
                "text;['abc','def'];'d*';true",
                "text;123;'/^\\\\d+$/';true",
                "text;'12a';'/^\\\\d+$/';false",
            })
    void patterns_match_the_text_of_the_value(String field, String value, String rhv, boolean expected) {
        assertThat(holds(field, value, "matches pattern", rhv)).isEqualTo(expected);
        assertThat(holds(field, value, "does not match pattern", rhv)).isNotEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "text;'';is blank;true",
                "text;' \u00a0 ';is blank;true",
                "text;[];is blank;true",
                "text;{};is blank;true",
                "text;null;is blank;true",
                "text;0;is blank;false",
                "text;false;is blank;false",
                "phone;'garbage';is blank;false",
                "text;'';is not blank;false",
                "text;'x';is not blank;true",
                "text;true;is true;true",
                "text;' True ';is true;true",
                "text;'yes';is true;false",
                "text;1;is true;false",
                "agreed;'yes';is true;true",
                "agreed;'perhaps';is true;false",
                "agreed;'perhaps';is false;false",
                "agreed;'perhaps';is not false;true",
                "agreed;'no';is false;true",
                "text;null;is false;false",
                "text;null;is not true;true",
                "text;null;is not false;true",
                "text;'FALSE';is false;true",
                "phone;'2145551234';format is valid;true",
                "phone;'123';format is valid;false",
                "phone;'123';format is invalid;true",
                "phone;'';format is valid;false",
                "phone;'';format is invalid;false",
                "phone;null;format is invalid;false",
                "text;'anything';format is valid;true",
                "text;'anything';format is invalid;false",
                "text;'anything';is obscene;false",
                "text;'anything';is not obscene;true",
                "text;null;is not obscene;true",
            })
    void operators_without_a_right_hand_side(String field, String value, String op, boolean expected) {
        assertThat(holds(field, value, op, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "is equal to;'x';false",
                "is not equal to;'x';true",
                "is less than;5;false",
                "is greater than;5;false",
                "is between;'1-2';false",
                "is not between;'1-2';false",
                "is included in;'a';false",
                "is not included in;'a';true",
                "includes;'a';false",
                "does not include;'a';true",
                "matches pattern;'a';false",
                "does not match pattern;'a';true",
                "is blank;;true",
                "is not blank;;false",
                "is true;;false",
                "is not true;;true",
                "is false;;false",
                "is not false;;true",
                "format is valid;;false",
                "format is invalid;;false",
                "is obscene;;false",
                "is not obscene;;true",
            })
    void a_missing_value_counts_as_blank(String op, String rhv, boolean expected) {
        assertThat(holds("nothing", null, op, rhv)).isEqualTo(expected);
    }

    @Test
    void the_hosts_checker_says_what_is_obscene() {
        Rules rules = leads.rules().obscenity(ObscenityChecker.words(List.of("Darn")));
        Rule rule = Conditions.field("lead.text").isObscene();

        assertThat(rules.compile(rule)
                        .decide(
                                leads.scope(java.util.Map.of("lead", java.util.Map.of("text", "oh darn, no"))),
                                leads.at())
                        .passed())
                .isTrue();
        assertThat(rules.compile(rule)
                        .decide(leads.scope(java.util.Map.of("lead", java.util.Map.of("text", "darning"))), leads.at())
                        .passed())
                .isFalse();
    }

    @Test
    void the_right_hand_side_may_be_a_template() {
        String same = "{'lhv':'lead.a','op':'is equal to','rhv':'{{lead.b}}'}";
        String list = "{'lhv':'lead.a','op':'in','rhv':['x','{{lead.b}}']}";

        assertThat(leads.holds(same, "{'lead':{'a':'5','b':5}}")).isTrue();
        assertThat(leads.holds(same, "{'lead':{'a':'5','b':6}}")).isFalse();
        assertThat(leads.holds(list, "{'lead':{'a':'y','b':'Y'}}")).isTrue();
        assertThat(leads.holds(list, "{'lead':{'a':'z','b':'Y'}}")).isFalse();
    }

    @Test
    void the_left_hand_side_may_be_a_template() {
        assertThat(leads.holds("{'lhv':'{{ lead.count }}','op':'>','rhv':5}", "{'lead':{'count':'6'}}"))
                .isTrue();
        assertThat(leads.holds("{'lhv':'{{lead.a}}-{{lead.b}}','op':'=','rhv':'x-y'}", "{'lead':{'a':'x','b':'y'}}"))
                .isTrue();
    }
}
