package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Looks values up in the account's lists, or changes a list. A blank value is in no list, and is never kept. Test leads
 * and previews change no list.
 *
 * @param id unique in the flow
 * @param name for people; null for the id
 * @param enabled false: the step is passed over
 * @param ruleSet when it runs; null for always
 * @param operation what is done
 * @param values templates; a query and a claim have one
 * @param listName the list; a query may name several with commas between them
 * @param lookback how far back entries count for a query or a claim; null for all
 * @param key where the answer stands: {@code appended.<key>.<name>}
 */
public record ListStep(
        String id,
        @Nullable String name,
        boolean enabled,
        @Nullable RuleSet ruleSet,
        Operation operation,
        List<String> values,
        String listName,
        @Nullable Window lookback,
        String key)
        implements StepDefinition {
    public ListStep {
        requireNonNull(id, "id");
        requireNonNull(operation, "operation");
        requireNonNull(listName, "listName");
        requireNonNull(key, "key");
        values = List.copyOf(values);
    }

    /** What is done with values and lists. */
    public enum Operation {
        /** Whether a list has the value: {@code found}, {@code found_in} and {@code added_at}. */
        QUERY("query_item"),
        /** Adds values: {@code accepted} and {@code rejected} say how many. */
        ADD("add_item"),
        /** Deletes values: {@code deleted} and {@code rejected} say how many. */
        DELETE("delete_item"),
        /** Adds the value unless the list has it; then the step is a failure, {@code Duplicate}. */
        UNIQUE("is_unique");

        private final String key;

        Operation(String key) {
            this.key = key;
        }

        /** What events call it: {@code list_query}. */
        public String integration() {
            return "list_" + name().toLowerCase(Locale.ROOT);
        }

        /** Where the answer stands by default. */
        public String key() {
            return key;
        }
    }

    /** Whether one of the lists, with commas between them, has the value of a template. */
    public static ListStep query(String id, String value, String listName) {
        return of(id, Operation.QUERY, listName, value);
    }

    /** Adds the values of templates. */
    public static ListStep add(String id, String listName, String... values) {
        return of(id, Operation.ADD, listName, values);
    }

    /** Deletes the values of templates. */
    public static ListStep delete(String id, String listName, String... values) {
        return of(id, Operation.DELETE, listName, values);
    }

    /** Adds the value of a template unless the list has it. */
    public static ListStep unique(String id, String value, String listName) {
        return of(id, Operation.UNIQUE, listName, value);
    }

    private static ListStep of(String id, Operation operation, String listName, String... values) {
        return new ListStep(id, null, true, null, operation, List.of(values), listName, null, operation.key());
    }

    /** This step for the leads that satisfy {@code rules}. */
    public ListStep when(RuleSet rules) {
        return new ListStep(id, name, enabled, rules, operation, values, listName, lookback, key);
    }

    /** This step, passing over entries that are older. */
    public ListStep within(Window window) {
        return new ListStep(id, name, enabled, ruleSet, operation, values, listName, window, key);
    }

    @Override
    public String kind() {
        return "list";
    }
}
