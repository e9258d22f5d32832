package dev.sluice.http.internal.soap;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Elements of a document, by namespace and name. */
final class Dom {
    private Dom() {}

    static Stream<Element> within(Document document, String namespace, String name) {
        return elements(document.getElementsByTagNameNS(namespace, name));
    }

    static Optional<Element> all(Document document, String namespace, String name) {
        return within(document, namespace, name).findFirst();
    }

    static Stream<Element> children(Element parent, String namespace, String name) {
        return children(parent, namespace).filter(child -> name.equals(child.getLocalName()));
    }

    static Stream<Element> children(Element parent, String namespace) {
        return elements(parent.getChildNodes()).filter(child -> namespace.equals(child.getNamespaceURI()));
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** A name without its prefix. */
    static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
