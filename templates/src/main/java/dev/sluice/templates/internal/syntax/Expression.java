package dev.sluice.templates.internal.syntax;

import dev.sluice.types.Value;
import java.util.List;
import java.util.Map;

/** What stands inside a tag. {@link #offset()} is where it begins in the source. */
public sealed interface Expression {
    int offset();

    /**
     * A variable, or the name of a helper: a single word that is not scoped may be either.
     *
     * @param spelling as it was written
     * @param root the steps up: {@code ../} once is 1
     * @param scoped begins with {@code this} or a dot, so it is never a helper
     * @param data begins with {@code @}
     */
    record Name(String spelling, int root, boolean scoped, boolean data, List<String> words, int offset)
            implements Expression {
        public Name {
            words = List.copyOf(words);
        }

        /** True when this may be the name of a helper. */
        public boolean isSimple() {
            return words.size() == 1 && !scoped && !data && root == 0;
        }

        /** The only or first word, empty when there is none. */
        public String head() {
            return words.isEmpty() ? "" : words.get(0);
        }
    }

    /** A literal: text, number, true, false, null, undefined. */
    record Constant(Value value, String spelling, int offset) implements Expression {}

    /** A helper's name with its arguments; without any it may be a variable. */
    record Call(Name name, List<Expression> arguments, Map<String, Expression> named, int offset)
            implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        /** True when nothing is handed over. */
        public boolean isBare() {
            return arguments.isEmpty() && named.isEmpty();
        }
    }
}
