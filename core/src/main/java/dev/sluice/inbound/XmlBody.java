package dev.sluice.inbound;

import dev.sluice.types.Obj;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A body of XML: the root is dropped, attributes are members like elements, elements with the same name make an array, and
 * text beside attributes or elements is the member {@code _}. Names lose their prefix. A document type is refused, so
 * there are no entities but the five that XML has.
 */
final class XmlBody {
    private static final XMLInputFactory READERS = readers();

    private final InboundLimits limits;

    XmlBody(InboundLimits limits) {
        this.limits = limits;
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is loaded");
        });
        return factory;
    }

    Obj read(String text) {
        try {
            return document(reader(text));
        } catch (XMLStreamException fault) {
            throw new Unreadable(400, "Unable to parse XML: it is not well formed" + place(fault));
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException broken) {
            throw new Unreadable(400, "Unable to parse XML");
        }
    }

    private static XMLStreamReader reader(String text) throws XMLStreamException {
        synchronized (READERS) {
            return READERS.createXMLStreamReader(new StringReader(text));
        }
    }

    private static String place(XMLStreamException fault) {
        return fault.getLocation() == null
                ? ""
                : " (line " + Math.max(1, fault.getLocation().getLineNumber()) + ", column "
                        + Math.max(1, fault.getLocation().getColumnNumber()) + ")";
    }

    private Obj document(XMLStreamReader reader) throws XMLStreamException {
        Elements elements = new Elements(limits);
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader, elements);
                case XMLStreamConstants.END_ELEMENT -> elements.end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    elements.text(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable(400, "Unable to parse XML: document types and entities are not read");
                default -> {
                    // Comments and processing instructions say nothing of a lead.
                }
            }
        }
        return elements.root();
    }

    private static void start(XMLStreamReader reader, Elements elements) {
        elements.start(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            elements.attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
    }
}
