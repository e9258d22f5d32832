package dev.sluice.types;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One piece of data, immutable: nothing at all, null, text, a number, a boolean, a moment, a typed value with its
 * components, an object or an array. Definitions, leads, answers of partners, templates and events all speak this family.
 *
 * <p>{@link Missing} and {@link Null} differ: a delivery keeps a null and drops what is missing.
 *
 * <p>{@link #toString()} never shows the content, so that a value may stand in a log line or an exception; use
 * {@link #text()} for the content.
 */
public sealed interface Value permits Missing, Null, Text, Num, Bool, Moment, Typed, Obj, Arr {

    /** True for missing, null, text of white space only, and empty objects and arrays. An invalid typed value is not blank. */
    boolean isBlank();

    /**
     * The named part: a component of a typed value, a member of an object, an element of an array ({@code "0"},
     * {@code "length"}); {@link Missing} when there is none.
     */
    Value part(String name);

    /** The value as plain text: empty for missing and null, normal form for typed values, JSON for objects and arrays. */
    String text();

    /** Calls the one method of {@code matcher} that fits; stands in for a switch over this family. */
    <R> R match(Matcher<R> matcher);

    /** True when there is no value at all. */
    default boolean isMissing() {
        return this instanceof Missing;
    }

    /** True for {@link Missing} and {@link Null}. */
    default boolean isAbsent() {
        return this instanceof Missing || this instanceof Null;
    }

    /** The value without its type: the normal form of a typed value, any other value itself. */
    default Value plain() {
        return this;
    }

    /** The value as plain Java: null, String, BigDecimal, Boolean, Instant, LocalDate, List or Map; missing gives null. */
    default @Nullable Object toJava() {
        return ToJava.of(this);
    }

    /**
     * Makes a value of plain Java data: null, text, numbers, booleans, {@link Instant}, {@link LocalDate}, maps with
     * text keys, iterables and arrays, and values themselves. Collections are copied.
     *
     * @throws IllegalArgumentException for any other class, and for data nested deeper than {@value FromJava#MAX_DEPTH}
     */
    static Value of(@Nullable Object java) {
        return FromJava.value(java, 0);
    }

    /** The value of {@code text}; null gives {@link Null}. */
    static Value text(@Nullable String text) {
        return text == null ? Null.NULL : new Text(text);
    }

    /** The value of {@code number}. */
    static Value number(BigDecimal number) {
        return Num.of(number);
    }

    /** The value of {@code number}. */
    static Value number(long number) {
        return Num.of(number);
    }

    /** The value of {@code flag}. */
    static Value bool(boolean flag) {
        return flag ? Bool.TRUE : Bool.FALSE;
    }

    /** An array of the given values. */
    static Value list(List<? extends Value> values) {
        return Arr.of(values);
    }

    /** An object of the given members, in the map's order. */
    static Obj object(Map<String, ? extends Value> members) {
        return Obj.of(members);
    }

    /** No value. */
    static Value missing() {
        return Missing.MISSING;
    }

    /** One method for each member of the family. */
    interface Matcher<R> {
        R missing();

        R nullValue();

        R text(Text text);

        R num(Num num);

        R bool(Bool bool);

        R moment(Moment moment);

        R typed(Typed typed);

        R obj(Obj obj);

        R arr(Arr arr);
    }
}
