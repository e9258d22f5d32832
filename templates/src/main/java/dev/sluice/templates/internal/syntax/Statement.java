package dev.sluice.templates.internal.syntax;

import dev.sluice.templates.internal.syntax.Expression.Call;
import java.util.List;
import java.util.Optional;

/** A piece of a template, in the order of its text. */
public sealed interface Statement {

    /** Text that is written as it is. */
    record Words(String text) implements Statement {}

    /** A variable or helper call whose value is written. */
    record Print(Call call, boolean raw) implements Statement {}

    /**
     * A block: the first branch that applies, else {@code otherwise}.
     *
     * @param inverted opened by a caret: the branches' bodies apply when the value is nothing
     */
    record Block(List<Branch> branches, List<Statement> otherwise, boolean inverted) implements Statement {
        public Block {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** A condition or loop with its names and its body. */
    record Branch(Call call, List<String> parameters, List<Statement> body) {
        public Branch {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }

    /** A raw block: its content is text, whatever braces it holds. */
    record Raw(Call call, String content) implements Statement {}

    /** The definition of an inline partial. */
    record Inline(String name, List<Statement> body, int offset) implements Statement {
        public Inline {
            body = List.copyOf(body);
        }
    }

    /** The use of a partial. The body, if there is one, stands in for an unknown partial and is its {@code @partial-block}. */
    record Partial(Call call, Optional<List<Statement>> body, String indent) implements Statement {}
}
