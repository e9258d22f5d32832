package dev.sluice.http.internal.soap;

import dev.sluice.http.InvalidRequestException;
import dev.sluice.http.internal.xml.InvalidXmlException;
import dev.sluice.http.internal.xml.SafeXml;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A service description: where its operations are and what they take. Imports of other files are not followed. */
public final class Wsdl {
    static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";

    private final Document document;

    private Wsdl(Document document) {
        this.document = document;
    }

    /** The description that {@code text} is. */
    public static Wsdl read(String text) {
        try {
            Document document = SafeXml.withNamespaces(text);
            Element root = document.getDocumentElement();
            if (!WSDL.equals(root.getNamespaceURI()) || !"definitions".equals(root.getLocalName())) {
                throw new InvalidRequestException("/wsdl", "the WSDL is no service description");
            }
            return new Wsdl(document);
        } catch (InvalidXmlException fault) {
            throw new InvalidRequestException("/wsdl", "the WSDL cannot be read: it is " + fault.getMessage());
        }
    }

    String targetNamespace() {
        return document.getDocumentElement().getAttribute("targetNamespace");
    }

    /** The address of the service that speaks {@code version}. */
    String address(SoapVersion version) {
        return Dom.all(document, version.wsdlNamespace(), "address")
                .or(() -> Dom.all(document, SoapVersion.V1_1.wsdlNamespace(), "address"))
                .map(address -> address.getAttribute("location"))
                .orElseThrow(() -> new InvalidRequestException("/wsdl", "the WSDL names no address of the service"));
    }

    /** The operation {@code name}. */
    Operation operation(String name) {
        Element binding = bound(name)
                .orElseThrow(
                        () -> new InvalidRequestException("/function", "the WSDL has no operation '" + name + "'"));
        String action = Stream.of(SoapVersion.values())
                .flatMap(version -> Dom.children(binding, version.wsdlNamespace(), "operation"))
                .map(operation -> operation.getAttribute("soapAction"))
                .findFirst()
                .orElse("");
        return new Operation(inputElement(name), action, new Schema(document), targetNamespace());
    }

    private Optional<Element> bound(String name) {
        return Dom.within(document, WSDL, "binding")
                .flatMap(binding -> Dom.children(binding, WSDL, "operation"))
                .filter(operation -> operation.getAttribute("name").equals(name))
                .findFirst();
    }

    /** The local name of the element that the operation takes; the operation's own when its message names none. */
    private String inputElement(String operation) {
        return Dom.within(document, WSDL, "portType")
                .flatMap(port -> Dom.children(port, WSDL, "operation"))
                .filter(candidate -> candidate.getAttribute("name").equals(operation))
                .flatMap(found -> Dom.children(found, WSDL, "input"))
                .flatMap(input -> message(Dom.local(input.getAttribute("message"))))
                .flatMap(message -> Dom.children(message, WSDL, "part"))
                .map(part -> Dom.local(part.getAttribute("element")))
                .filter(element -> !element.isEmpty())
                .findFirst()
                .orElse(operation);
    }

    private Stream<Element> message(String name) {
        return Dom.within(document, WSDL, "message")
                .filter(message -> message.getAttribute("name").equals(name));
    }
}
