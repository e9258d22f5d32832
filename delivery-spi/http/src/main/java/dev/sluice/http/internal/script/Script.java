package dev.sluice.http.internal.script;

import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an answer means, written as assignments and conditions:
 *
 * <pre>
 * outcome = json.status
 * if (response.status == 200 &amp;&amp; response.body.created) { outcome = "success" } else { reason = response.body.error }
 * </pre>
 *
 * There are paths, text, numbers, {@code true false null}, {@code == != < <= > >= && || ! +} and parentheses, and nothing
 * else: no calls, no loops. Immutable.
 */
public final class Script {
    private final List<Statement> statements;

    Script(List<Statement> statements) {
        this.statements = List.copyOf(statements);
    }

    /**
     * Reads a script.
     *
     * @throws dev.sluice.http.InvalidRequestException when it is none, with the place
     */
    public static Script of(String text) {
        return new ScriptParser(Tokens.of(text)).script();
    }

    /** A script of one assignment, {@code name = expression}. */
    public static Script assigning(String name, String expression) {
        return new Script(List.of(new Assignment(name, new ScriptParser(Tokens.of(expression)).single())));
    }

    /** This script and then {@code next}. */
    public Script and(Script next) {
        List<Statement> all = new ArrayList<>(statements);
        all.addAll(next.statements);
        return new Script(all);
    }

    /** What the names are after it has run; names to which nothing was given are left out. */
    public Map<String, Value> run(Facts facts) {
        Map<String, Value> names = new LinkedHashMap<>();
        statements.forEach(statement -> statement.run(facts, names));
        return names;
    }

    /** Whether it decides anything by conditions. */
    public boolean hasConditions() {
        return statements.stream().anyMatch(Branch.class::isInstance);
    }

    /** All names to which it may give something. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        statements.forEach(statement -> names.addAll(statement.names()));
        return names;
    }

    sealed interface Statement {
        void run(Facts facts, Map<String, Value> names);

        Set<String> names();
    }

    record Assignment(String name, Expr value) implements Statement {
        @Override
        public void run(Facts facts, Map<String, Value> names) {
            Value given = value.of(facts);
            if (!given.isMissing()) {
                names.put(name, given);
            }
        }

        @Override
        public Set<String> names() {
            return Set.of(name);
        }
    }

    record Branch(Expr condition, Script then, Script otherwise) implements Statement {
        @Override
        public void run(Facts facts, Map<String, Value> names) {
            names.putAll((Truth.of(condition.of(facts)) ? then : otherwise).run(facts));
        }

        @Override
        public Set<String> names() {
            return then.and(otherwise).names();
        }
    }
}
