package dev.sluice.types;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a flow declares: the names in each section and the types of its fields. There is one for each flow revision; it
 * compiles paths to {@link Ref}s and gives the shapes that make them fast. Immutable.
 *
 * <p>A path P is read as P itself when its first word is a section or a declared name of its own, else as
 * {@code lead.P}, else as {@code decisions.P} where they may be read, else as {@code appended.P}.
 */
public final class Layout {
    private static final Map<String, String> OTHER_NAMES =
            Map.of("created_at", "submission.timestamp", "lead.random_number", "random");

    private final Map<Section, Shape> shapes;
    private final Map<String, FieldType> types;

    private Layout(Map<Section, Shape> shapes, Map<String, FieldType> types) {
        this.shapes = shapes;
        this.types = Map.copyOf(types);
    }

    /** Starts a layout that declares nothing. */
    public static Builder builder() {
        return new Builder();
    }

    /** The names that {@code section} declares. */
    public Shape shape(Section section) {
        Shape shape = shapes.get(section);
        return shape == null ? Shape.EMPTY : shape;
    }

    /** The type of the lead's field {@code name}, or null when the flow has no such field. */
    public @Nullable FieldType type(String name) {
        return types.get(name);
    }

    /**
     * Compiles a path for reading at {@code stage}.
     *
     * @throws InvalidPathException when the path cannot be read, or names a section that the stage may not read
     */
    public Ref compile(String path, Stage stage) {
        Path parsed = Path.of(OTHER_NAMES.getOrDefault(path.trim(), path.trim()));
        List<String> words = parsed.words();
        Section section = Section.of(parsed.head()).orElse(null);
        if (section != null) {
            return inSection(path, section, words.subList(1, words.size()), stage);
        }
        if (shape(Section.VARS).indexOf(parsed.head()) >= 0) {
            return inSection(path, Section.VARS, words, stage);
        }
        if (shape(Section.LEAD).indexOf(parsed.head()) >= 0) {
            return inSection(path, Section.LEAD, words, stage);
        }
        if (shape(Section.DECISIONS).indexOf(parsed.head()) >= 0 && stage.mayRead(Section.DECISIONS)) {
            return inSection(path, Section.DECISIONS, words, stage);
        }
        if (shape(Section.APPENDED).indexOf(parsed.head()) >= 0 && stage.mayRead(Section.APPENDED)) {
            return inSection(path, Section.APPENDED, words, stage);
        }
        return Ref.undeclared(path, words);
    }

    private Ref inSection(String path, Section section, List<String> words, Stage stage) {
        if (!stage.mayRead(section)) {
            throw new InvalidPathException(path, 0, section.path() + " cannot be read here");
        }
        Shape shape = shape(section);
        boolean declared = words.isEmpty() || shape.indexOf(words.get(0)) >= 0;
        FieldType type = section == Section.LEAD && !words.isEmpty() ? types.get(words.get(0)) : null;
        return Ref.into(path, section, shape, type, words, declared);
    }

    /** Every name that a path may begin with, sorted: for messages that suggest one. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Section section : Section.values()) {
            if (section != Section.VARS) {
                names.add(section.path());
            }
        }
        names.addAll(shape(Section.VARS).names());
        names.addAll(shape(Section.LEAD).names());
        names.addAll(shape(Section.DECISIONS).names());
        names.addAll(shape(Section.APPENDED).names());
        return names;
    }

    /** Collects the names of a flow. Not safe for several threads. */
    public static final class Builder {
        private final Map<Section, Set<String>> names = new EnumMap<>(Section.class);
        private final Map<String, FieldType> types = new HashMap<>();

        private Builder() {}

        /** Declares a field of the lead. */
        public Builder field(String name, FieldType type) {
            types.put(name, type);
            return names(Section.LEAD, name);
        }

        /** Declares names in a section; a name that is there already stays where it is. */
        public Builder names(Section section, String... more) {
            Collections.addAll(names.computeIfAbsent(section, s -> new LinkedHashSet<>()), more);
            return this;
        }

        /** The layout of all that was declared. */
        public Layout build() {
            Map<Section, Shape> shapes = new EnumMap<>(Section.class);
            names.forEach((section, set) -> shapes.put(section, Shape.of(List.copyOf(set))));
            return new Layout(shapes, types);
        }
    }
}
