package dev.sluice.lists;

import dev.sluice.flow.Window;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lists of an account: suppression, customers, whatever a host keeps. A list is there as soon as something is in it.
 *
 * <p>Names are normal forms: {@code Do Not Call} is {@code do_not_call}. Values are compared in lower case and otherwise
 * exactly ({@code o'hara} is not {@code ohara}); {@link #as} compares the normal form of a field type instead, which is
 * what flows do with typed fields. Only keyed hashes of values are kept. A blank value is in no list.
 *
 * <p>Immutable and safe on any thread. Changes are durable on return; several values are changed in pieces, each all or
 * nothing. Every method throws {@link dev.sluice.store.StoreUnavailableException} when the store cannot be written, and
 * {@link IllegalArgumentException} for a list name of which nothing is left.
 */
public interface Lists {

    /**
     * These lists for values of a field type: {@code as("phone")} reads {@code (512) 555-0123} as {@code 5125550123}.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    Lists as(String fieldType);

    /** These lists, passing over what was added longer ago; days and longer units are those of UTC. */
    Lists within(Window lookback);

    /** In which of the lists the value is. */
    ListMatch query(Object value, String... lists);

    /** In which of the lists each value is, in the order of the values. */
    List<ListMatch> queryAll(Collection<?> values, String... lists);

    /** Adds values, those that are there already anew. */
    ListChanges add(String list, Collection<?> values);

    /** Deletes values. */
    ListChanges delete(String list, Collection<?> values);

    /**
     * Adds the value unless the list has it; of any number of callers at once, exactly one is told that it is.
     *
     * @return whether the list did not have it; also true for a blank value, which is never kept
     */
    boolean isUnique(String list, Object value);

    /** How many values the list holds. */
    long count(String list);

    /** For how long the list keeps values that are added from now on; null for ever, which is the default. */
    void retain(String list, @Nullable Window retention);

    /**
     * Clears out values of all lists, duplicates among them, that are past their time; they count no more in any case.
     *
     * @param limit how many at most
     * @return how many were cleared out; fewer than {@code limit} when none is left
     */
    int prune(int limit);
}
