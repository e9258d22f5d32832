package dev.sluice.cli;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** XML in one form: attributes in order, white space between elements left out, CDATA as text. */
final class Canonical {
    private Canonical() {}

    static String of(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setCoalescing(true);
            StringWriter out = new StringWriter();
            write(
                    factory.newDocumentBuilder()
                            .parse(new InputSource(new StringReader(xml)))
                            .getDocumentElement(),
                    out);
            return out.toString();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static void write(Element element, StringWriter out) {
        TreeMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        out.append('<')
                .append(element.getTagName())
                .append(attributes.toString())
                .append('>');
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                write(child, out);
            } else {
                out.append(node.getNodeValue().strip());
            }
        }
        out.append("</>");
    }
}
