package dev.sluice.http.internal.body;

import dev.sluice.http.InvalidRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An element that grows as fields are put into it, and is then written. Elements of one name stand together, by place. */
public final class Element {
    private static final String INDENT = "  ";

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<String, TreeMap<Integer, Element>> children = new LinkedHashMap<>();
    private boolean inline = true;

    public Element(String name) {
        this.name = name;
    }

    /** Puts {@code text} where the words from {@code at} on lead. */
    public void put(List<String> words, int at, String text) {
        if (at == words.size()) {
            node("text", text);
            return;
        }
        String word = words.get(at);
        int mark = mark(word);
        if (mark == 0) {
            mark(word, text);
        } else {
            putInChild(words, at, word.substring(0, mark), word.substring(mark), text);
        }
    }

    private void putInChild(List<String> words, int at, String childName, String marked, String text) {
        if (!marked.isEmpty()) {
            child(childName, 0).mark(marked, text);
            return;
        }
        String next = at + 1 < words.size() ? words.get(at + 1) : "";
        int mark = mark(next);
        String place = next.substring(0, mark);
        if (!Words.isPlace(place)) {
            child(childName, 0).put(words, at + 1, text);
        } else if (mark < next.length()) {
            child(childName, Integer.parseInt(place)).mark(next.substring(mark), text);
        } else {
            child(childName, Integer.parseInt(place)).put(words, at + 2, text);
        }
    }

    /** Where {@code @} or {@code #} begins in {@code word}; its length when neither does. */
    private static int mark(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == '@' || word.charAt(i) == '#') {
                return i;
            }
        }
        return word.length();
    }

    /** {@code @name}, {@code #text}, {@code #cdata}, {@code #comment} or {@code #raw} of this element. */
    private void mark(String mark, String text) {
        String what = mark.substring(1);
        if (mark.charAt(0) == '@') {
            attribute(what, text);
        } else {
            node(what, text);
        }
    }

    public void attribute(String attribute, String text) {
        attributes.put(XmlNames.checked(attribute), text);
    }

    private void node(String kind, String text) {
        switch (kind) {
            case "text" -> add(XmlEscapes.text(text), true);
            case "raw" -> add(XmlEscapes.known(text), true);
            case "cdata" -> add(XmlEscapes.cdata(text), false);
            case "comment" -> add(XmlEscapes.comment(text), false);
            default ->
                throw new InvalidRequestException(
                        "/fields", "'#" + kind + "' is unknown; use #text, #cdata, #comment or #raw");
        }
    }

    private void add(String written, boolean staysInline) {
        if (!written.isEmpty()) {
            texts.add(written);
            inline = inline && staysInline;
        }
    }

    public Element child(String childName, int place) {
        return children.computeIfAbsent(XmlNames.checked(childName), any -> new TreeMap<>())
                .computeIfAbsent(place, any -> new Element(childName));
    }

    /** Text that is already XML. */
    public void verbatim(String xml) {
        texts.add(xml);
    }

    public List<Element> children() {
        List<Element> all = new ArrayList<>();
        children.values().forEach(same -> all.addAll(same.values()));
        return all;
    }

    /** Orders the children: those that {@code names} name first, in its order. */
    public void order(List<String> names) {
        Map<String, TreeMap<Integer, Element>> given = new LinkedHashMap<>(children);
        children.clear();
        names.stream().filter(given::containsKey).forEach(known -> children.put(known, given.remove(known)));
        children.putAll(given);
    }

    public String name() {
        return name;
    }

    /** Writes this element on one line. */
    public void write(StringBuilder out) {
        open(out);
        texts.forEach(out::append);
        children().forEach(child -> child.write(out));
        out.append("</").append(name).append('>');
    }

    /** Writes this element for people: elements on lines of their own. */
    public void pretty(StringBuilder out, String indent) {
        open(out);
        if (texts.isEmpty() && children.isEmpty()) {
            out.setCharAt(out.length() - 1, '/');
            out.append('>');
            return;
        }
        if (children.isEmpty() && inline && texts.size() == 1) {
            out.append(texts.get(0));
        } else {
            texts.forEach(text -> out.append('\n').append(indent).append(INDENT).append(text));
            for (Element child : children()) {
                out.append('\n').append(indent).append(INDENT);
                child.pretty(out, indent + INDENT);
            }
            out.append('\n').append(indent);
        }
        out.append("</").append(name).append('>');
    }

    private void open(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((attribute, text) -> out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(XmlEscapes.attribute(text))
                .append('"'));
        out.append('>');
    }
}
