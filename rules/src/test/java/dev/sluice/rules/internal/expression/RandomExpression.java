package dev.sluice.rules.internal.expression;

import java.util.List;
import java.util.Random;

/** Expressions of the grammar, by chance. */
final class RandomExpression {
    private static final List<String> PATHS = List.of(
            "lead.state",
            "lead.age",
            "lead.amount",
            "lead.flag",
            "lead.tags",
            "lead.born",
            "lead.missing",
            "lead.tags.0");
    private static final List<String> TEXTS = List.of("'TX'", "\"ca\"", "'a'", "''", "'12'", "'new System()'");

    private final Random random;

    RandomExpression(Random random) {
        this.random = random;
    }

    String truthOrValue() {
        return random.nextBoolean() ? truth(4) : value(4);
    }

    private String truth(int depth) {
        if (depth == 0) {
            return one(PATHS) + " == " + one(TEXTS);
        }
        return switch (random.nextInt(9)) {
            case 0 -> "(" + truth(depth - 1) + " && " + truth(depth - 1) + ")";
            case 1 -> "(" + truth(depth - 1) + " or " + truth(depth - 1) + ")";
            case 2 -> "!(" + truth(depth - 1) + ")";
            case 3 -> one(PATHS) + " in [" + one(TEXTS) + ", " + random.nextInt(40) + ", " + one(PATHS) + "]";
            case 4 -> one(PATHS) + (random.nextBoolean() ? " contains " : " not in ") + "['TX', 'a']";
            case 5 ->
                "(" + number(depth - 1) + one(List.of(" < ", " <= ", " > ", " >= ", " == ", " != "))
                        + random.nextInt(50) + ")";
            case 6 -> "(" + value(depth - 1) + one(List.of(" == ", " != ", " < ", " >= ")) + one(PATHS) + ")";
            case 7 -> one(List.of("is_blank(", "!is_blank(")) + value(depth - 1) + ")";
            default -> one(PATHS);
        };
    }

    private String number(int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? Integer.toString(random.nextInt(100)) : one(PATHS);
        }
        return switch (random.nextInt(4)) {
            case 0 ->
                "(" + number(depth - 1) + one(List.of(" + ", " - ", " * ", " / ", " % ")) + number(depth - 1) + ")";
            case 1 -> one(List.of("abs(", "floor(", "ceil(", "round(", "number(", "-(")) + number(depth - 1) + ")";
            case 2 -> one(List.of("min(", "max(")) + number(depth - 1) + ", " + number(depth - 1) + ", 7)";
            default -> one(PATHS);
        };
    }

    private String value(int depth) {
        if (depth == 0) {
            return one(PATHS);
        }
        return switch (random.nextInt(6)) {
            case 0 -> "(" + truth(depth - 1) + " ? " + value(depth - 1) + " : " + value(depth - 1) + ")";
            case 1 -> "(" + one(TEXTS) + " + " + value(depth - 1) + ")";
            case 2 -> one(List.of("lower(", "upper(", "trim(", "length(")) + value(depth - 1) + ")";
            case 3 -> "coalesce(" + value(depth - 1) + ", " + one(TEXTS) + ")";
            case 4 -> number(depth - 1);
            default -> one(TEXTS);
        };
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
