package dev.sluice.types.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Components;
import dev.sluice.types.FieldType;
import dev.sluice.types.Null;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import dev.sluice.types.Whitespace;
import java.util.Locale;
import java.util.Set;

/** {@code male}, {@code female} or {@code other}, given as the word or its first letter in any case. */
public final class GenderType implements FieldType {
    private static final int LONGEST_WORD = "female".length();
    private static final Shape PARTS = Shape.of("abbr");
    private static final Problem NOT_A_GENDER = new Problem("not_a_gender", "give male, female or other, or m, f or o");
    private static final Set<String> OPERATORS = Operators.of(Operators.EQUALITY, Operators.BLANK, Operators.FORMAT);
    private static final Text MALE = new Text("male");
    private static final Text FEMALE = new Text("female");
    private static final Text OTHER = new Text("other");
    private static final Components M = abbreviated("M");
    private static final Components F = abbreviated("F");
    private static final Components O = abbreviated("O");

    private static Components abbreviated(String letter) {
        Text abbreviation = new Text(letter);
        return () -> new Value[] {abbreviation};
    }

    @Override
    public String name() {
        return "gender";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text text = InputText.raw(requireNonNull(input, "input"));
        return switch (word(text.value())) {
            case "m", "male" -> Typed.valid(this, input, MALE, M);
            case "f", "female" -> Typed.valid(this, input, FEMALE, F);
            case "o", "other" -> Typed.valid(this, input, OTHER, O);
            default -> Typed.invalid(this, input, text, NOT_A_GENDER, Null.NULL);
        };
    }

    private static String word(String text) {
        String word = Whitespace.trim(text);
        return word.length() > LONGEST_WORD ? "" : word.toLowerCase(Locale.ROOT);
    }

    @Override
    public Shape parts() {
        return PARTS;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }
}
