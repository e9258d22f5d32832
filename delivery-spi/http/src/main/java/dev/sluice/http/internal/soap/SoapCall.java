package dev.sluice.http.internal.soap;

import dev.sluice.http.InvalidRequestException;
import dev.sluice.http.internal.body.Element;
import dev.sluice.http.internal.body.Field;
import dev.sluice.http.internal.body.XmlText;
import dev.sluice.types.Null;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call of one operation.
 *
 * @param url the address of the service
 * @param action what the operation is known by
 * @param version which version is spoken
 * @param body the envelope
 */
public record SoapCall(String url, String action, SoapVersion version, String body) {
    private static final Pattern FUNCTION = Pattern.compile("[A-Za-z0-9_.]{1,256}");
    private static final String ATTRIBUTES = "attributes";
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    /**
     * The call of {@code function}.
     *
     * @param arguments what the operation is given
     * @param order in which order the arguments stand
     * @param header the elements of the envelope's header; an empty one when there are none
     * @param root how the element of the call is written when not as usual
     */
    public static SoapCall of(
            Wsdl wsdl,
            String function,
            SoapVersion version,
            List<Field> arguments,
            ArgumentOrder order,
            Header header,
            Root root) {
        if (!FUNCTION.matcher(function).matches()) {
            throw new InvalidRequestException("/function", "Function must have valid name");
        }
        Operation operation = wsdl.operation(function);
        Element called = called(operation, arguments, root);
        if (order == ArgumentOrder.SCHEMA) {
            operation.schema().top(operation.element()).ifPresent(type -> sort(called, type, operation.schema()));
        }
        StringBuilder body = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        envelope(version, operation.namespace(), header, called).write(body);
        return new SoapCall(wsdl.address(version), operation.action(), version, body.toString());
    }

    private static Element envelope(SoapVersion version, String namespace, Header header, Element called) {
        Element envelope = new Element("soap:Envelope");
        envelope.attribute("xmlns:soap", version.envelope());
        envelope.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        envelope.attribute("xmlns:tns", namespace);
        if (header.present()) {
            Element block = envelope.child("soap:Header", 0);
            header.token().ifPresent(token -> token.into(block));
            header.fields().forEach(field -> block.put(field.words(), 0, field.text()));
        }
        StringBuilder call = new StringBuilder();
        called.write(call);
        envelope.child("soap:Body", 0).verbatim(call.toString());
        return envelope;
    }

    private static Element called(Operation operation, List<Field> arguments, Root root) {
        boolean qualified = operation.schema().qualifiesElements();
        String prefix = root.prefix().isEmpty() && !qualified ? "tns" : root.prefix();
        Element called = new Element(prefix.isEmpty() ? operation.element() : prefix + ":" + operation.element());
        if (!root.xmlnsName().isEmpty()) {
            called.attribute(root.xmlnsName(), root.xmlnsValue());
        } else if (qualified) {
            called.attribute("xmlns", operation.namespace());
        }
        Map<List<String>, List<Field>> documents = new LinkedHashMap<>();
        for (Field field : arguments) {
            int text = textLevel(operation, field.words());
            if (text < field.words().size()) {
                documents
                        .computeIfAbsent(field.words().subList(0, text), any -> new ArrayList<>())
                        .add(new Field(field.words().subList(text, field.words().size()), field.value()));
            } else if (!(field.value() instanceof Null)) {
                put(called, field.words(), field.text());
            }
        }
        documents.forEach((words, inner) -> called.put(words, 0, XmlText.of(inner)));
        return called;
    }

    private static void put(Element called, List<String> words, String text) {
        int last = words.size() - 1;
        if (words.size() > 2 && words.get(last - 1).equals(ATTRIBUTES)) {
            List<String> marked = new ArrayList<>(words.subList(0, last - 1));
            marked.add("@" + words.get(last));
            called.put(marked, 0, text);
        } else if (text.startsWith(CDATA) && text.endsWith(CDATA_END)) {
            List<String> marked = new ArrayList<>(words);
            marked.add("#cdata");
            called.put(marked, 0, text.substring(CDATA.length(), text.length() - CDATA_END.length()));
        } else {
            called.put(words, 0, text);
        }
    }

    /** How many of {@code words} lead to an element that the schema knows as text; all of them when none does. */
    private static int textLevel(Operation operation, List<String> words) {
        org.w3c.dom.Element type = operation.schema().top(operation.element()).orElse(null);
        for (int i = 0; type != null && i < words.size() - 1; i++) {
            type = operation.schema().inside(type, words.get(i)).orElse(null);
            boolean more =
                    !words.get(i + 1).equals(ATTRIBUTES) && !words.get(i + 1).matches("[@#0-9].*");
            if (type != null && more && operation.schema().isText(type)) {
                return i + 1;
            }
        }
        return words.size();
    }

    private static void sort(Element element, org.w3c.dom.Element type, Schema schema) {
        element.order(schema.order(type));
        for (Element child : element.children()) {
            schema.inside(type, child.name()).ifPresent(inner -> sort(child, inner, schema));
        }
    }

    /** The content type of the request. */
    public String contentType() {
        return version.contentType(action);
    }

    /** Whether the action stands in a header of its own. */
    public boolean hasActionHeader() {
        return version == SoapVersion.V1_1;
    }

    /** In which order arguments stand. */
    public enum ArgumentOrder {
        /** As the schema demands. */
        SCHEMA,
        /** As they were mapped. */
        MAPPING
    }

    /**
     * The header of an envelope.
     *
     * @param present whether there is one
     * @param fields what stands in it
     * @param token who sends, when the service wants it there
     */
    public record Header(boolean present, List<Field> fields, Optional<UsernameToken> token) {}

    /**
     * How the element of the call is written.
     *
     * @param prefix the prefix of its name; empty for the usual one
     * @param xmlnsName an attribute in place of its namespace; empty for the usual one
     * @param xmlnsValue the value of that attribute
     */
    public record Root(String prefix, String xmlnsName, String xmlnsValue) {}
}
