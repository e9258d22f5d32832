package dev.sluice.http.internal.soap;

/** The two versions that services speak. */
public enum SoapVersion {
    V1_1("http://schemas.xmlsoap.org/soap/envelope/", "http://schemas.xmlsoap.org/wsdl/soap/"),
    V1_2("http://www.w3.org/2003/05/soap-envelope", "http://schemas.xmlsoap.org/wsdl/soap12/");

    private final String envelope;
    private final String wsdlNamespace;

    SoapVersion(String envelope, String wsdlNamespace) {
        this.envelope = envelope;
        this.wsdlNamespace = wsdlNamespace;
    }

    /** 1.2 when {@code text} says so, else 1.1. */
    public static SoapVersion of(String text) {
        return text.strip().startsWith("1.2") ? V1_2 : V1_1;
    }

    String envelope() {
        return envelope;
    }

    String wsdlNamespace() {
        return wsdlNamespace;
    }

    /** The content type of a call of {@code action}. */
    String contentType(String action) {
        return this == V1_1
                ? "text/xml; charset=utf-8"
                : "application/soap+xml; charset=utf-8; action=\"" + action + "\"";
    }
}
