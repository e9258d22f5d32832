package dev.sluice.internal.mapping;

import static java.util.stream.Collectors.toSet;

import dev.sluice.rules.CompiledRules;
import dev.sluice.templates.Template;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Path;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import dev.sluice.types.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a mapping fills in: a constant, a template, or several of them. */
public sealed interface ValueSource {

    /**
     * The value; missing when nothing comes of it and nothing is to be assigned.
     *
     * @throws TemplateException when the lead's data make a template meet a limit
     */
    Value value(Scope scope, At at);

    /** The raw names that it reads. */
    Set<String> rawNames();

    /** Always the same value, an explicit empty text or null included. */
    record Constant(Value constant) implements ValueSource {
        @Override
        public Value value(Scope scope, At at) {
            return constant;
        }

        @Override
        public Set<String> rawNames() {
            return Set.of();
        }
    }

    /** A template: one variable keeps its type, text is trimmed, and what comes out empty is nothing. */
    record Rendered(Template template) implements ValueSource {
        @Override
        public Value value(Scope scope, At at) {
            Value value = template.evaluate(scope, at);
            if (value instanceof Text text && !template.keepsType()) {
                String trimmed = Whitespace.trim(text.value());
                value = trimmed.equals(text.value()) ? text : new Text(trimmed);
            }
            return value.isBlank() ? Missing.MISSING : value;
        }

        @Override
        public Set<String> rawNames() {
            return template.refs().stream()
                    .map(ref -> rawName(Path.of(ref.path()).words()))
                    .collect(toSet());
        }

        private static String rawName(List<String> words) {
            return words.size() > 1 && words.get(0).equals(Section.LEAD.path()) ? words.get(1) : words.get(0);
        }
    }

    /** Several sources as one array; those that give nothing are left out. */
    record Several(List<ValueSource> sources) implements ValueSource {
        @Override
        public Value value(Scope scope, At at) {
            List<Value> values = new ArrayList<>(sources.size());
            for (ValueSource source : sources) {
                Value value = source.value(scope, at);
                if (!value.isMissing()) {
                    values.add(value);
                }
            }
            return values.isEmpty() ? Missing.MISSING : Arr.of(values);
        }

        @Override
        public Set<String> rawNames() {
            return sources.stream()
                    .flatMap(source -> source.rawNames().stream())
                    .collect(toSet());
        }
    }

    /** One of two, by rules. */
    record Chosen(CompiledRules when, ValueSource then, ValueSource otherwise) implements ValueSource {
        @Override
        public Value value(Scope scope, At at) {
            return (when.decide(scope, at).passed() ? then : otherwise).value(scope, at);
        }

        @Override
        public Set<String> rawNames() {
            return both(then, otherwise);
        }
    }

    /** A value that is changed on its way, and what takes its place when nothing comes of it. */
    record Transformed(ValueSource source, List<Transformation> transformations, ValueSource fallback)
            implements ValueSource {
        @Override
        public Value value(Scope scope, At at) {
            Value value = source.value(scope, at);
            for (Transformation transformation : transformations) {
                value = value.isAbsent() ? value : transformation.apply(value, at);
            }
            return value.isBlank() ? orFallback(value, scope, at) : value;
        }

        private Value orFallback(Value blank, Scope scope, At at) {
            Value instead = fallback.value(scope, at);
            return instead.isMissing() ? blank : instead;
        }

        @Override
        public Set<String> rawNames() {
            return both(source, fallback);
        }
    }

    private static Set<String> both(ValueSource one, ValueSource other) {
        return Stream.of(one, other)
                .flatMap(source -> source.rawNames().stream())
                .collect(toSet());
    }
}
