package dev.sluice.types;

import java.util.Iterator;
import java.util.List;

/** An ordered list of values. Its parts are {@code 0}, {@code 1}, ... and {@code length}. */
public record Arr(List<Value> values) implements Value, Iterable<Value> {
    public Arr {
        values = List.copyOf(values);
    }

    /** An array of {@code values}, copied. */
    public static Arr of(List<? extends Value> values) {
        return new Arr(List.copyOf(values));
    }

    /** The number of elements. */
    public int size() {
        return values.size();
    }

    /** The element at {@code index}, or {@link Missing}. */
    public Value at(int index) {
        return index >= 0 && index < values.size() ? values.get(index) : Missing.MISSING;
    }

    @Override
    public Iterator<Value> iterator() {
        return values.iterator();
    }

    @Override
    public boolean isBlank() {
        return values.isEmpty();
    }

    @Override
    public Value part(String name) {
        return name.equals("length") ? Num.of(values.size()) : at(index(name));
    }

    private static int index(String name) {
        if (name.isEmpty() || name.length() > 9) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            index = index * 10 + (c - '0');
        }
        return index;
    }

    @Override
    public String text() {
        return JsonText.of(this);
    }

    @Override
    public <R> R match(Matcher<R> matcher) {
        return matcher.arr(this);
    }

    @Override
    public String toString() {
        return "array of " + values.size();
    }
}
