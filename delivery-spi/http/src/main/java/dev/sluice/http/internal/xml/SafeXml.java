package dev.sluice.http.internal.xml;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads documents. A document type is refused, nothing outside the text is looked at, and depth is bounded. */
public final class SafeXml {
    private static final int MOST_LEVELS = 64;
    private static final DocumentBuilderFactory NAMESPACES = factory(true);
    private static final DocumentBuilderFactory PLAIN = factory(false);

    private SafeXml() {}

    private static DocumentBuilderFactory factory(boolean namespaces) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", MOST_LEVELS);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(namespaces);
            factory.setCoalescing(true);
            factory.setIgnoringComments(true);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser cannot be made safe", e);
        }
    }

    /**
     * The document that {@code text} is, its names with their prefixes.
     *
     * @throws InvalidXmlException if it is none, has a document type, or is nested too deeply
     */
    public static Document read(String text) throws InvalidXmlException {
        return read(text, PLAIN);
    }

    /** As {@link #read}, with namespaces. */
    public static Document withNamespaces(String text) throws InvalidXmlException {
        return read(text, NAMESPACES);
    }

    private static Document read(String text, DocumentBuilderFactory factory) throws InvalidXmlException {
        try {
            DocumentBuilder builder;
            synchronized (factory) {
                builder = factory.newDocumentBuilder();
            }
            builder.setErrorHandler(new Silent());
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (SAXException | IOException | ParserConfigurationException fault) {
            throw new InvalidXmlException(
                    "not well-formed XML, with a document type, or nested deeper than " + MOST_LEVELS + " levels",
                    fault);
        }
    }

    /** The JDK's own handler prints to standard error. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {
            // What can be read is read.
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
