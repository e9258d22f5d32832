package dev.sluice.batch;

import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One document of rows. */
final class XmlRows implements RowWriter {
    private final Shape columns;
    private final String[] names;
    private final String row;
    private final XMLStreamWriter xml;
    private long marked;

    XmlRows(Shape columns, String[] names, String root, String row, OutputStream out) throws XMLStreamException {
        this.columns = columns;
        this.names = names;
        this.row = row;
        this.xml = XMLOutputFactory.newDefaultFactory()
                .createXMLStreamWriter(new BufferedOutputStream(out, 1 << 14), StandardCharsets.UTF_8.name());
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement(root);
    }

    @Override
    public void row(Obj values) throws IOException {
        try {
            boolean same = values.shape() == columns;
            xml.writeCharacters("\n");
            xml.writeStartElement(row);
            for (int i = 0; i < names.length; i++) {
                element(names[i], same ? values.at(i) : values.get(columns.name(i)));
            }
            xml.writeEndElement();
        } catch (XMLStreamException fault) {
            throw cause(fault);
        }
    }

    private void element(String name, Value value) throws XMLStreamException {
        if (value.isAbsent()) {
            return;
        }
        xml.writeStartElement(name);
        String text = Cells.text(value);
        String escaped = escaped(text);
        if (!escaped.equals(text)) {
            marked++;
        }
        characters(escaped);
        xml.writeEndElement();
    }

    /** A CR as it is would be read as a line break. */
    private void characters(String text) throws XMLStreamException {
        int from = 0;
        for (int cr = text.indexOf('\r'); cr >= 0; cr = text.indexOf('\r', from)) {
            xml.writeCharacters(text.substring(from, cr));
            xml.writeEntityRef("#13");
            from = cr + 1;
        }
        xml.writeCharacters(from == 0 ? text : text.substring(from));
    }

    private static String escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!XmlCharacters.has(text, i)) {
                return withEscapes(text);
            }
        }
        return text;
    }

    private static String withEscapes(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            if (XmlCharacters.has(text, i)) {
                out.append(text.charAt(i));
            } else {
                Encodable.escape(out, text.charAt(i));
            }
        }
        return out.toString();
    }

    @Override
    public void end() throws IOException {
        try {
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException fault) {
            throw cause(fault);
        }
    }

    /** What the stream below threw. */
    static IOException cause(XMLStreamException fault) {
        return fault.getNestedException() instanceof IOException io ? io : new IOException(fault);
    }

    @Override
    public long marked() {
        return marked;
    }
}
