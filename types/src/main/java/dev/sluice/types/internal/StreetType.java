package dev.sluice.types.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Components;
import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import dev.sluice.types.Whitespace;
import java.util.Set;

/**
 * A street address: the first word, whatever it is, is the {@code number}, the rest is the {@code name}. A single word
 * is invalid. Line breaks count as white space: an address on two lines is a full address.
 */
public final class StreetType implements FieldType {
    private static final Shape PARTS = Shape.of("number", "name");
    private static final Problem NOT_TWO_WORDS =
            new Problem("not_two_words", "a street address has a number and a name with white space between them");
    private static final Set<String> OPERATORS = Operators.of(
            Operators.EQUALITY,
            Operators.BLANK,
            Operators.OBSCENITY,
            Operators.FORMAT,
            Operators.INCLUSION,
            Operators.LIST,
            Operators.PATTERN);

    @Override
    public String name() {
        return "street";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        Text address = Trimmed.of(raw);
        String text = address.value();
        int end = firstSpace(text);
        if (end == text.length()) {
            return Typed.invalid(this, raw, raw, NOT_TWO_WORDS);
        }
        int name = wordAt(text, end);
        return Typed.valid(this, raw, address, new Found(text, end, name));
    }

    /** A number that ends at {@code end}, and a name that begins at {@code name}. */
    private record Found(String text, int end, int name) implements Components {
        @Override
        public Value[] make() {
            return new Value[] {new Text(text.substring(0, end)), new Text(text.substring(name))};
        }
    }

    private static int firstSpace(String text) {
        int i = 0;
        while (i < text.length() && !Whitespace.is(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Where the word behind the white space at {@code space} begins; there is one, for the text is trimmed. */
    private static int wordAt(String text, int space) {
        int i = space;
        while (Whitespace.is(text.charAt(i))) {
            i++;
        }
        return i;
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
