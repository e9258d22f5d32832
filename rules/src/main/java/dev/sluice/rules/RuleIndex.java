package dev.sluice.rules;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.internal.index.Candidates;
import dev.sluice.rules.internal.index.Doubts;
import dev.sluice.rules.internal.index.Sharded;
import dev.sluice.rules.internal.program.Requirement;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Many conditions under keys of their own, asked all at once: which of them does a lead satisfy? The answer is the same
 * as deciding each. Plain rules that must all hold are found by bit sets, 64 conditions to a step; conditions that are
 * left are decided one by one. Immutable and safe on any thread; adding and removing copy what they touch, give a new
 * index and leave the old one as it is.
 *
 * @param <K> what names a condition: a buyer, a step; compared by equals
 */
public final class RuleIndex<K> {
    private static final int MIN_SLOTS_TO_COMPACT = 128;

    private final Rules rules;
    private final @Nullable Entry<K>[] slots;
    private final int used;
    private final int size;
    private final Sharded<K, Integer> places;
    private final long[] alive;
    private final Candidates candidates;

    private record Entry<K>(K key, CompiledRules rules) {}

    private RuleIndex(
            Rules rules, @Nullable Entry<K>[] slots, Contents<K> contents, long[] alive, Candidates candidates) {
        this.rules = rules;
        this.slots = slots;
        this.used = contents.used;
        this.size = contents.size;
        this.places = contents.places;
        this.alive = alive;
        this.candidates = candidates;
    }

    private record Contents<K>(int used, int size, Sharded<K, Integer> places) {}

    /** An index without conditions; {@code rules} compiles those that are added. */
    public static <K> RuleIndex<K> using(Rules rules) {
        return new RuleIndex<>(
                requireNonNull(rules, "rules"),
                RuleIndex.slots(0),
                new Contents<>(0, 0, Sharded.empty()),
                new long[0],
                Candidates.NONE);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <K> @Nullable Entry<K>[] slots(int length) {
        return new Entry[length];
    }

    /** This index with {@code condition} under {@code key}, in place of what the key had; the key becomes the last. */
    public RuleIndex<K> with(K key, Condition condition) {
        return without(requireNonNull(key, "key")).compacted().add(new Entry<>(key, rules.compile(condition)));
    }

    /** This index with all of {@code conditions}, in the map's order. */
    public RuleIndex<K> withAll(Map<K, ? extends Condition> conditions) {
        RuleIndex<K> index = this;
        for (Map.Entry<K, ? extends Condition> condition : conditions.entrySet()) {
            index = index.with(condition.getKey(), condition.getValue());
        }
        return index;
    }

    private RuleIndex<K> add(Entry<K> entry) {
        @Nullable Entry<K>[] next = Arrays.copyOf(slots, Math.max(slots.length, (used | 63) + 1));
        next[used] = entry;
        long[] living = Arrays.copyOf(alive, (used >>> 6) + 1);
        living[used >>> 6] |= 1L << used;
        List<Requirement> requirements = Requirement.of(entry.rules.root());
        boolean complete = Requirement.areAllOf(entry.rules.root(), requirements);
        Contents<K> contents = new Contents<>(used + 1, size + 1, places.with(entry.key, used));
        return new RuleIndex<>(rules, next, contents, living, candidates.with(used, requirements, complete));
    }

    /** This index without {@code key}; this very index when it does not have it. */
    public RuleIndex<K> without(K key) {
        Integer slot = places.get(key);
        if (slot == null) {
            return this;
        }
        @Nullable Entry<K>[] next = slots.clone();
        next[slot] = null;
        long[] living = alive.clone();
        living[slot >>> 6] &= ~(1L << slot);
        return new RuleIndex<>(rules, next, new Contents<>(used, size - 1, places.without(key)), living, candidates);
    }

    /** When most slots are empty, an index with the living only; so seldom that a change costs little on average. */
    private RuleIndex<K> compacted() {
        if (used < MIN_SLOTS_TO_COMPACT || size * 2 > used) {
            return this;
        }
        RuleIndex<K> dense = using(rules);
        for (Entry<K> entry : slots) {
            dense = entry == null ? dense : dense.add(entry);
        }
        return dense;
    }

    /** The keys whose conditions {@code scope} satisfies, in the order in which they were added. */
    public List<K> matches(Scope scope, At at) {
        long[] left = alive.clone();
        Doubts doubts = candidates.restrict(left, scope, at);
        List<K> matches = new ArrayList<>();
        for (int word = 0; word < left.length; word++) {
            if (left[word] != 0) {
                collect(word, left[word], doubts.word(word), scope, at, matches);
            }
        }
        return matches;
    }

    private void collect(int word, long found, long doubtful, Scope scope, At at, List<K> matches) {
        for (long bits = found; bits != 0; bits &= bits - 1) {
            Entry<K> entry = slots[(word << 6) + Long.numberOfTrailingZeros(bits)];
            boolean sure = (doubtful & bits & -bits) == 0;
            if (entry != null && (sure || entry.rules.accept(scope, at))) {
                matches.add(entry.key);
            }
        }
    }

    /** The decision for one key, which says why it does not match; empty when the index does not have it. */
    public Optional<Decision> explain(K key, Scope scope, At at) {
        return entry(key).map(entry -> entry.rules.decide(scope, at));
    }

    /** What is wrong with the condition of {@code key}. */
    public List<Finding> findings(K key) {
        return entry(key).map(entry -> entry.rules.findings()).orElse(List.of());
    }

    private Optional<Entry<K>> entry(K key) {
        Integer slot = places.get(key);
        return slot == null ? Optional.empty() : Optional.ofNullable(slots[slot]);
    }

    /** The number of keys. */
    public int size() {
        return size;
    }
}
