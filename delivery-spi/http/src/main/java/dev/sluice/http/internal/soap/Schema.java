package dev.sluice.http.internal.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The types of a service description, as far as arguments need them: which elements are inside which, and which are text. */
final class Schema {
    private final Document document;

    Schema(Document document) {
        this.document = document;
    }

    /** Whether elements inside others stand in the namespace of the schema. */
    boolean qualifiesElements() {
        return Dom.within(document, Wsdl.SCHEMA, "schema")
                .anyMatch(schema -> schema.getAttribute("elementFormDefault").equals("qualified"));
    }

    /** The element that is declared under {@code name} at the top. */
    Optional<Element> top(String name) {
        return named("element", name);
    }

    /** The element {@code name} inside {@code parent}. */
    Optional<Element> inside(Element parent, String name) {
        return insides(parent).stream()
                .filter(child -> nameOf(child).equals(name))
                .findFirst();
    }

    /** The names of the elements inside {@code parent}, in the order that the schema demands. */
    List<String> order(Element parent) {
        return insides(parent).stream().map(Schema::nameOf).toList();
    }

    /** Whether {@code element} holds text only. */
    boolean isText(Element element) {
        return element.hasAttribute("type") && complexType(element).isEmpty();
    }

    private static String nameOf(Element element) {
        return element.hasAttribute("name") ? element.getAttribute("name") : Dom.local(element.getAttribute("ref"));
    }

    private List<Element> insides(Element parent) {
        Element declared = parent.hasAttribute("ref")
                ? top(Dom.local(parent.getAttribute("ref"))).orElse(parent)
                : parent;
        List<Element> found = new ArrayList<>();
        complexType(declared).ifPresent(type -> collect(type, found));
        return found;
    }

    private Optional<Element> complexType(Element element) {
        return element.hasAttribute("type")
                ? named("complexType", Dom.local(element.getAttribute("type")))
                : Dom.children(element, Wsdl.SCHEMA, "complexType").findFirst();
    }

    private Optional<Element> named(String kind, String name) {
        return Dom.within(document, Wsdl.SCHEMA, "schema")
                .flatMap(schema -> Dom.children(schema, Wsdl.SCHEMA, kind))
                .filter(candidate -> candidate.getAttribute("name").equals(name))
                .findFirst();
    }

    /** Elements in sequences, choices and extensions; those of a type that is extended are not looked up. */
    private static void collect(Element holder, List<Element> found) {
        Stream<Element> children = Dom.children(holder, Wsdl.SCHEMA);
        children.forEach(child -> {
            if ("element".equals(child.getLocalName())) {
                found.add(child);
            } else {
                collect(child, found);
            }
        });
    }
}
