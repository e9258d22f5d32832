package dev.sluice.inbound;

import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes objects of the elements of a document while they come. */
final class Elements {
    private static final String TEXT = "_";

    private final InboundLimits limits;
    private final Deque<Element> open = new ArrayDeque<>();
    private Obj root = Obj.EMPTY;
    private int names;

    Elements(InboundLimits limits) {
        this.limits = limits;
    }

    /** An element whose end has not come. */
    private static final class Element {
        private final String name;
        private final Map<String, List<Value>> members = new LinkedHashMap<>();
        private final StringBuilder text = new StringBuilder();

        Element(String name) {
            this.name = name;
        }

        void add(String member, Value value) {
            members.computeIfAbsent(member, none -> new ArrayList<>(1)).add(value);
        }

        Obj object() {
            if (!text.toString().isBlank()) {
                add(TEXT, new Text(text.toString().strip()));
            }
            Map<String, Value> all = new LinkedHashMap<>();
            members.forEach((member, values) -> all.put(member, values.size() == 1 ? values.get(0) : Arr.of(values)));
            return Obj.of(all);
        }

        Value value() {
            return members.isEmpty() ? new Text(text.toString()) : object();
        }
    }

    void start(String name) {
        count(name);
        if (open.size() >= limits.depth()) {
            throw new Unreadable(413, "The XML has more than " + limits.depth() + " levels");
        }
        open.push(new Element(name));
    }

    void attribute(String name, String value) {
        count(name);
        open.element().add(name, new Text(value));
    }

    private void count(String name) {
        if (++names > limits.names()) {
            throw new Unreadable(413, "The XML has more than " + limits.names() + " elements and attributes");
        }
        if (name.length() > limits.name()) {
            throw new Unreadable(413, "A name in the XML is longer than " + limits.name() + " characters");
        }
    }

    void text(String text) {
        if (!open.isEmpty()) {
            open.element().text.append(text);
        }
    }

    void end() {
        Element ended = open.pop();
        if (open.isEmpty()) {
            root = ended.object();
        } else {
            open.element().add(ended.name, ended.value());
        }
    }

    Obj root() {
        return root;
    }
}
