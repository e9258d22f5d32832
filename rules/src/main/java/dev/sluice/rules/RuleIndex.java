package dev.sluice.rules;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.At;
import dev.sluice.types.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many conditions under keys of their own, asked all at once: which of them does a lead satisfy? The answer is the same
 * as deciding each. Immutable and safe on any thread; adding and removing give a new index and leave the old one as it is.
 *
 * @param <K> what names a condition: a buyer, a step; compared by equals
 */
public final class RuleIndex<K> {
    private final Rules rules;
    private final Map<K, CompiledRules> compiled;

    private RuleIndex(Rules rules, Map<K, CompiledRules> compiled) {
        this.rules = rules;
        this.compiled = compiled;
    }

    /** An index without conditions; {@code rules} compiles those that are added. */
    public static <K> RuleIndex<K> using(Rules rules) {
        return new RuleIndex<>(requireNonNull(rules, "rules"), Map.of());
    }

    /** This index with {@code condition} under {@code key}, in place of what the key had. */
    public RuleIndex<K> with(K key, Condition condition) {
        Map<K, CompiledRules> next = new LinkedHashMap<>(compiled);
        next.put(key, rules.compile(condition));
        return new RuleIndex<>(rules, next);
    }

    /** This index without {@code key}. */
    public RuleIndex<K> without(K key) {
        Map<K, CompiledRules> next = new LinkedHashMap<>(compiled);
        next.remove(key);
        return new RuleIndex<>(rules, next);
    }

    /** The keys whose conditions {@code scope} satisfies, in the order in which they were added. */
    public List<K> matches(Scope scope, At at) {
        List<K> matches = new ArrayList<>();
        compiled.forEach((key, condition) -> {
            if (condition.decide(scope, at).passed()) {
                matches.add(key);
            }
        });
        return matches;
    }

    /** The decision for one key; empty when the index does not have it. */
    public Optional<Decision> explain(K key, Scope scope, At at) {
        return Optional.ofNullable(compiled.get(key)).map(condition -> condition.decide(scope, at));
    }

    /** What is wrong with the condition of {@code key}. */
    public List<Finding> findings(K key) {
        CompiledRules condition = compiled.get(key);
        return condition == null ? List.of() : condition.findings();
    }

    /** The number of keys. */
    public int size() {
        return compiled.size();
    }
}
