package dev.sluice.rules;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The comparisons that a rule may make. Each has one canonical name, the only one that is ever written, and further spellings that are read. */
public enum Operator {
    IS_EQUAL_TO("is equal to", "must be equal to", "equals", "equal", "equal to", "=", "==", "===", "is", "eq"),
    IS_NOT_EQUAL_TO(
            "is not equal to",
            "must not be equal to",
            "not equals",
            "not equal",
            "not equal to",
            "!=",
            "!==",
            "<>",
            "does not equal",
            "is not",
            "neq"),
    IS_LESS_THAN("is less than", "must be less than", "less than", "<", "lt"),
    IS_LESS_THAN_OR_EQUAL_TO(
            "is less than or equal to",
            "must be less than or equal to",
            "less than or equal to",
            "less than or equal",
            "<=",
            "lte"),
    IS_GREATER_THAN("is greater than", "must be greater than", "greater than", ">", "gt"),
    IS_GREATER_THAN_OR_EQUAL_TO(
            "is greater than or equal to",
            "must be greater than or equal to",
            "greater than or equal to",
            "greater than or equal",
            ">=",
            "gte"),
    IS_BETWEEN("is between", "must be between", "between", "between x and y", "in range", "in range [a,b]"),
    IS_NOT_BETWEEN("is not between", "must not be between", "not between", "not in range"),
    IS_INCLUDED_IN(
            "is included in",
            "must be included in",
            "in",
            "is in",
            "is one of",
            "one of",
            "in list",
            "is in list",
            "is included in list",
            "included in"),
    IS_NOT_INCLUDED_IN(
            "is not included in",
            "must not be included in",
            "not in",
            "is not in",
            "is not one of",
            "not one of",
            "not in list",
            "is not in list",
            "is not included in list",
            "not included in"),
    INCLUDES("includes", "must include", "contains", "does contain", "does include", "include", "contain"),
    DOES_NOT_INCLUDE(
            "does not include",
            "must not include",
            "does not contain",
            "not contains",
            "not includes",
            "not contain",
            "not include"),
    MATCHES_PATTERN("matches pattern", "must match pattern", "matches", "match", "match pattern", "does match pattern"),
    DOES_NOT_MATCH_PATTERN(
            "does not match pattern",
            "must not match pattern",
            "not matches",
            "not match",
            "does not match",
            "not matches pattern"),
    IS_BLANK(
            "is blank",
            "must be blank",
            "is empty",
            "is not present",
            "is missing",
            "not exists",
            "does not exist",
            "blank",
            "empty"),
    IS_NOT_BLANK(
            "is not blank",
            "must not be blank",
            "is present",
            "present",
            "exists",
            "is not empty",
            "is not missing",
            "not blank"),
    IS_TRUE("is true", "must be true", "is equal to true", "true"),
    IS_NOT_TRUE("is not true", "must not be true", "is not equal to true"),
    IS_FALSE("is false", "must be false", "is equal to false", "false"),
    IS_NOT_FALSE("is not false", "must not be false", "is not equal to false"),
    FORMAT_IS_VALID("format is valid", "format must be valid", "is valid", "valid"),
    FORMAT_IS_INVALID(
            "format is invalid",
            "format must be invalid",
            "is invalid",
            "is not valid",
            "format is not valid",
            "invalid"),
    IS_OBSCENE("is obscene", "must be obscene", "is not clean", "obscene"),
    IS_NOT_OBSCENE("is not obscene", "must not be obscene", "is clean", "clean", "not obscene");

    private static final Map<String, Operator> NAMED = new HashMap<>();

    static {
        for (Operator operator : values()) {
            NAMED.put(operator.canonical, operator);
            for (String alias : operator.aliases) {
                NAMED.put(alias, operator);
            }
        }
    }

    private final String canonical;
    private final String demand;
    private final String[] aliases;

    Operator(String canonical, String demand, String... aliases) {
        this.canonical = canonical;
        this.demand = demand;
        this.aliases = aliases;
    }

    /**
     * The operator of any spelling: canonical, another name, a sign; in any case, with blanks, underscores, hyphens or
     * humps between the words.
     */
    public static Optional<Operator> named(String spelling) {
        String words = words(spelling);
        Operator operator = NAMED.get(words);
        if (operator != null) {
            return Optional.of(operator);
        }
        if (words.startsWith("is valid ")) {
            return Optional.of(FORMAT_IS_VALID);
        }
        boolean invalid = words.startsWith("is invalid ") || words.startsWith("is not valid ");
        return invalid ? Optional.of(FORMAT_IS_INVALID) : Optional.empty();
    }

    private static String words(String spelling) {
        StringBuilder out = new StringBuilder(spelling.length() + 8);
        for (int i = 0; i < spelling.length(); i++) {
            char c = spelling.charAt(i);
            boolean hump = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(spelling.charAt(i - 1));
            boolean gap = c == ' ' || c == '_' || c == '-' || c == '\t';
            if ((hump || gap) && out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
            if (!gap) {
                out.append(c);
            }
        }
        return out.toString().trim().toLowerCase(Locale.ROOT);
    }

    /** The one name that definitions are written with: {@code is included in}. */
    public String canonical() {
        return canonical;
    }

    /** What a generated reason demands: {@code must be included in}. */
    public String demand() {
        return demand;
    }

    /** Every other spelling that is read, in lower case with blanks. */
    public String[] aliases() {
        return aliases.clone();
    }

    /** True for operators without a right-hand side. */
    public boolean unary() {
        return ordinal() >= IS_BLANK.ordinal();
    }

    /** True for {@code is blank} and {@code is not blank}, which ask whether there is a value and so are never left out for want of one. */
    public boolean asksForPresence() {
        return this == IS_BLANK || this == IS_NOT_BLANK;
    }

    /** The operator that holds exactly when this one does not; empty for orderings and formats, where a blank fails both ways. */
    public Optional<Operator> inverse() {
        return switch (this) {
            case IS_EQUAL_TO -> Optional.of(IS_NOT_EQUAL_TO);
            case IS_NOT_EQUAL_TO -> Optional.of(IS_EQUAL_TO);
            case IS_INCLUDED_IN -> Optional.of(IS_NOT_INCLUDED_IN);
            case IS_NOT_INCLUDED_IN -> Optional.of(IS_INCLUDED_IN);
            case INCLUDES -> Optional.of(DOES_NOT_INCLUDE);
            case DOES_NOT_INCLUDE -> Optional.of(INCLUDES);
            case MATCHES_PATTERN -> Optional.of(DOES_NOT_MATCH_PATTERN);
            case DOES_NOT_MATCH_PATTERN -> Optional.of(MATCHES_PATTERN);
            case IS_BLANK -> Optional.of(IS_NOT_BLANK);
            case IS_NOT_BLANK -> Optional.of(IS_BLANK);
            case IS_TRUE -> Optional.of(IS_NOT_TRUE);
            case IS_NOT_TRUE -> Optional.of(IS_TRUE);
            case IS_FALSE -> Optional.of(IS_NOT_FALSE);
            case IS_NOT_FALSE -> Optional.of(IS_FALSE);
            case IS_OBSCENE -> Optional.of(IS_NOT_OBSCENE);
            case IS_NOT_OBSCENE -> Optional.of(IS_OBSCENE);
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return canonical;
    }
}
