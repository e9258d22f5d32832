package dev.sluice.batch;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * One element for each row, in UTF-8, and in it one for each column: {@code <leads><lead><email>..</email></lead></leads>}.
 * What is missing or null is left out; objects and arrays are JSON.
 *
 * <p>Columns are elements by their names. Names that XML does not allow are made names: what may not stand in one is an
 * underscore, and so is put before what may not begin one. Two columns that would share an element are refused when the file is opened, before
 * any row. Characters that XML has no place for stand as {@code \}{@code u0007} and are counted as marked.
 */
public final class XmlFormat extends SettledFormat {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private final String root;
    private final String row;

    private XmlFormat(String root, String row) {
        this.root = root;
        this.row = row;
    }

    /** {@code <leads>} with a {@code <lead>} for each row. */
    public static XmlFormat document() {
        return new XmlFormat("leads", "lead");
    }

    /**
     * This with other names of its elements.
     *
     * @throws IllegalArgumentException for what is no name: ASCII letters, digits, {@code _ . -}, first a letter or {@code _}
     */
    public XmlFormat elements(String root, String row) {
        return new XmlFormat(name(root), name(row));
    }

    private static String name(String given) {
        if (!NAME.matcher(given).matches()) {
            throw new IllegalArgumentException("'" + given + "' is no name of an element");
        }
        return given;
    }

    @Override
    XmlFormat read(FormatSettings given) {
        AtomicReference<XmlFormat> made = new AtomicReference<>(this);
        given.text("root", name -> made.updateAndGet(format -> format.elements(name, format.row)))
                .text("row", name -> made.updateAndGet(format -> format.elements(format.root, name)));
        return given.made(made::get, "root", this);
    }

    @Override
    public List<ConfigProblem> checkColumns(List<String> headers) {
        Map<String, String> taken = new HashMap<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            String element = XmlNames.of(headers.get(i));
            String other = taken.putIfAbsent(element, headers.get(i));
            if (other != null) {
                problems.add(new ConfigProblem("/" + i, "shared_element", XmlNames.shared(other, headers.get(i))));
            }
        }
        return problems;
    }

    @Override
    public String extension() {
        return "xml";
    }

    @Override
    public String mediaType() {
        return "application/xml; charset=utf-8";
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if two columns have the same element
     */
    @Override
    public RowWriter open(Shape columns, OutputStream out) throws IOException {
        try {
            return new XmlRows(columns, XmlNames.of(columns), root, row, out);
        } catch (XMLStreamException fault) {
            throw XmlRows.cause(fault);
        }
    }
}
