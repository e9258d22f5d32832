package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import dev.sluice.types.Value;

/** What a mapping takes its value from. */
public sealed interface MappingValue {

    /** A template, or the value {@code text} itself when it holds no braces. */
    static MappingValue of(String text) {
        return new Fixed(Value.text(text));
    }

    /**
     * A template, a number, a boolean, null, or an array of templates.
     *
     * @param value as it is written
     */
    record Fixed(Value value) implements MappingValue {
        public Fixed {
            requireNonNull(value, "value");
        }
    }

    /**
     * One of two, by rules: {@code {"if": ..., "then": ..., "else": ...}}.
     *
     * @param when decides
     * @param then where the rules hold
     * @param otherwise where they do not; a fixed missing value for nothing
     */
    record Choice(RuleSet when, MappingValue then, MappingValue otherwise) implements MappingValue {
        public Choice {
            requireNonNull(when, "when");
            requireNonNull(then, "then");
            requireNonNull(otherwise, "otherwise");
        }
    }
}
