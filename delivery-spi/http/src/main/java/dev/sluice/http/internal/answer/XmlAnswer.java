package dev.sluice.http.internal.answer;

import dev.sluice.http.internal.xml.InvalidXmlException;
import dev.sluice.http.internal.xml.SafeXml;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A body of XML, searched by XPath. Names are read with their prefixes, so a default namespace is no hindrance. */
final class XmlAnswer implements Parsed {
    private static final XPathFactory PATHS = factory();
    private static final int MOST_FOUND = 1_000;
    private static final int MOST_TEXT = 1 << 20;
    private static final String TEXT = "#text";

    private final Document root;
    private final String text;

    private XmlAnswer(Document root, String text) {
        this.root = root;
        this.text = text;
    }

    private static XPathFactory factory() {
        try {
            XPathFactory factory = XPathFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory;
        } catch (XPathFactoryConfigurationException e) {
            throw new IllegalStateException("the JDK's XPath cannot be made safe", e);
        }
    }

    static Optional<Parsed> of(String body) {
        try {
            return Optional.of(new XmlAnswer(SafeXml.read(body.strip()), body));
        } catch (InvalidXmlException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<Value> select(String path) {
        if (!XPathCost.isBounded(path, root.getElementsByTagName("*").getLength())) {
            return List.of();
        }
        XPath compiler;
        synchronized (PATHS) {
            compiler = PATHS.newXPath();
        }
        try {
            return texts((NodeList) compiler.evaluate(path, root, XPathConstants.NODESET));
        } catch (XPathExpressionException noNodes) {
            return single(compiler, path);
        }
    }

    /** What {@code string(..)}, {@code count(..)} and the like give. */
    private List<Value> single(XPath compiler, String path) {
        try {
            return List.of(new Text(String.valueOf(compiler.evaluate(path, root, XPathConstants.STRING))));
        } catch (XPathExpressionException noPath) {
            return List.of();
        }
    }

    /** Elements within each other have the same text, each its own copy. */
    private static List<Value> texts(NodeList nodes) {
        List<Value> found = new ArrayList<>();
        int length = 0;
        for (int i = 0; i < Math.min(nodes.getLength(), MOST_FOUND) && length <= MOST_TEXT; i++) {
            Text text = new Text(nodes.item(i).getTextContent());
            length += text.value().length();
            found.add(text);
        }
        return found;
    }

    @Override
    public Obj document() {
        Element top = root.getDocumentElement();
        return Obj.EMPTY.with(top.getTagName(), value(top));
    }

    @Override
    public String text() {
        return text;
    }

    private static Value value(Element element) {
        Map<String, List<Value>> members = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            add(members, attribute.getNodeName(), new Text(attribute.getNodeValue()));
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                add(members, child.getTagName(), value(child));
            } else {
                text.append(node.getNodeValue());
            }
        }
        return members.isEmpty() ? new Text(text.toString()) : object(members, text.toString());
    }

    private static void add(Map<String, List<Value>> members, String name, Value value) {
        members.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    private static Value object(Map<String, List<Value>> members, String text) {
        Map<String, Value> all = new LinkedHashMap<>();
        if (!text.isBlank()) {
            all.put(TEXT, new Text(text.strip()));
        }
        members.forEach((name, values) -> all.put(name, values.size() == 1 ? values.get(0) : Arr.of(values)));
        return Obj.of(all);
    }
}
