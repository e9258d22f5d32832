package dev.sluice.export.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Event;
import dev.sluice.event.Reader;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The columns that rows of one kind can have: fixed ones, and those of their parts. */
public final class Rows<T> {
    private final Map<String, Column<T>> fixed;
    private final List<Part<T>> parts;

    /**
     * @param fixed by name, in their order
     * @param parts in the order of their columns
     */
    Rows(Map<String, Column<T>> fixed, List<Part<T>> parts) {
        this.fixed = fixed;
        this.parts = parts;
    }

    /** A row for each event, as {@code reader} sees it. */
    public static Rows<Event> ofEvents(Reader reader) {
        return EventRows.seenBy(reader);
    }

    /** Whether the columns are fixed ones only. */
    boolean areFixed(ColumnChoice wanted) {
        return wanted.isNamed() && fixed.keySet().containsAll(wanted.named());
    }

    /** Puts rows under the columns {@code names}; for one thread. */
    public Table<T> table(List<String> names) {
        List<Column<T>> columns = new ArrayList<>(names.size());
        names.forEach(name -> columns.add(column(name)));
        return new Table<>(Shape.of(names), List.copyOf(columns));
    }

    private Column<T> column(String name) {
        return fixed.containsKey(name) ? requireNonNull(fixed.get(name)) : first(name);
    }

    /** Of several parts that may have the name, the first that has it in a row. */
    private Column<T> first(String name) {
        List<Column<T>> candidates = new ArrayList<>();
        for (Part<T> part : parts) {
            Stream.of(part.prefix(), part.path())
                    .distinct()
                    .filter(name::startsWith)
                    .map(before -> new PartColumn<>(part, name.substring(before.length())))
                    .forEach(candidates::add);
        }
        return row -> {
            for (Column<T> candidate : candidates) {
                Value value = candidate.of(row);
                if (!value.isMissing()) {
                    return value;
                }
            }
            return Missing.MISSING;
        };
    }

    /** Notes the columns of rows that are shown to it. */
    Discovery<T> discovery() {
        return new Discovery<>(this);
    }

    /** Columns in a fixed order. */
    public static final class Table<T> {
        private final Shape shape;
        private final List<Column<T>> columns;

        private Table(Shape shape, List<Column<T>> columns) {
            this.shape = shape;
            this.columns = columns;
        }

        public Shape shape() {
            return shape;
        }

        public Obj row(T row) {
            Obj.Builder values = Obj.builder(shape);
            for (int i = 0; i < columns.size(); i++) {
                values.set(i, columns.get(i).of(row));
            }
            return values.build();
        }
    }

    /** What columns there are, in the order of the fixed ones and of the parts. For one thread. */
    static final class Discovery<T> {
        private final Rows<T> rows;
        private final List<Map<String, Heading>> found = new ArrayList<>();

        private Discovery(Rows<T> rows) {
            this.rows = rows;
            rows.parts.forEach(part -> found.add(new LinkedHashMap<>()));
        }

        void look(T row) {
            for (int i = 0; i < rows.parts.size(); i++) {
                Part<T> part = rows.parts.get(i);
                Map<String, Heading> names = found.get(i);
                Obj obj = part.of().apply(row);
                for (int m = 0; m < obj.shape().size(); m++) {
                    if (!obj.at(m).isMissing()) {
                        String name = obj.shape().name(m);
                        note(names, part, name, part.seen().of(name, obj.at(m)));
                    }
                }
            }
        }

        private void note(Map<String, Heading> names, Part<T> part, String path, Value value) {
            if (value instanceof Obj obj) {
                obj.members().forEach((name, member) -> note(names, part, path + "." + name, member));
            } else if (!value.isMissing()
                    && !(value instanceof Typed typed && typed.normal().isMissing())) {
                names.computeIfAbsent(path, key -> heading(part, key));
                components(names, part, path, value);
            }
        }

        private void components(Map<String, Heading> names, Part<T> part, String path, Value value) {
            if (value instanceof Typed typed) {
                String valid = path + ".valid";
                names.computeIfAbsent(valid, key -> heading(part, key));
                for (int i = 0; i < typed.parts().size(); i++) {
                    if (!typed.component(i).isMissing()) {
                        names.computeIfAbsent(path + "." + typed.parts().name(i), key -> heading(part, key));
                    }
                }
            }
        }

        /** A name that a fixed column has already is told apart by its section. */
        private Heading heading(Part<T> part, String name) {
            String shown = part.prefix() + name;
            return new Heading(rows.fixed.containsKey(shown) ? part.path() + name : shown, part.path() + name);
        }

        List<Heading> headings() {
            Map<String, Heading> all = new LinkedHashMap<>();
            rows.fixed.keySet().forEach(name -> all.put(name, Heading.of(name)));
            found.forEach(names -> names.values().forEach(heading -> all.putIfAbsent(heading.name(), heading)));
            return List.copyOf(all.values());
        }

        int size() {
            return rows.fixed.size() + found.stream().mapToInt(Map::size).sum();
        }
    }
}
