package dev.sluice.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiConsumer;

/** Names with values, in order; a name may stand several times, and its case says nothing. Immutable. */
public final class Headers {
    /** No headers. */
    public static final Headers NONE = new Headers(List.of());

    private final List<Header> all;

    private Headers(List<Header> all) {
        this.all = all;
    }

    /** Headers as they are met, in order. For one thread. */
    static final class Draft {
        private final List<Header> all;

        Draft(int size) {
            this.all = new ArrayList<>(size);
        }

        void add(String name, String value) {
            all.add(new Header(name, value));
        }

        /** All that were added; nothing may be added after that. */
        Headers headers() {
            return new Headers(all);
        }
    }

    /** These and one more. */
    public Headers and(String name, String value) {
        List<Header> more = new ArrayList<>(all.size() + 1);
        more.addAll(all);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    /** These with {@code name} standing once. */
    public Headers set(String name, String value) {
        return without(name).and(name, value);
    }

    /** These without {@code name}. */
    public Headers without(String name) {
        List<Header> others = new ArrayList<>(all.size() + 1);
        for (Header header : all) {
            if (!header.name.equalsIgnoreCase(name)) {
                others.add(header);
            }
        }
        return others.size() == all.size() ? this : new Headers(others);
    }

    /** The first value of {@code name}. */
    public Optional<String> get(String name) {
        for (Header header : all) {
            if (header.name.equalsIgnoreCase(name)) {
                return Optional.of(header.value);
            }
        }
        return Optional.empty();
    }

    /** All values of {@code name}, in order. */
    public List<String> all(String name) {
        return all.stream()
                .filter(header -> header.name.equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** Shows every name with its value. */
    public void forEach(BiConsumer<String, String> seen) {
        all.forEach(header -> seen.accept(header.name, header.value));
    }

    /** The names alone: values may be secrets. */
    @Override
    public String toString() {
        StringJoiner names = new StringJoiner(", ", "[", "]");
        all.forEach(header -> names.add(header.name));
        return names.toString();
    }

    private record Header(String name, String value) {}
}
