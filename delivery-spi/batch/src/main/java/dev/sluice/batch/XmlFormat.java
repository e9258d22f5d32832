package dev.sluice.batch;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
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
public final class XmlFormat implements RowFormat {
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
    public List<ConfigProblem> check(Obj config) {
        FormatSettings given = new FormatSettings(config);
        read(given);
        return given.problems();
    }

    @Override
    public RowFormat with(Obj config) {
        return read(new FormatSettings(config));
    }

    private XmlFormat read(FormatSettings given) {
        AtomicReference<XmlFormat> made = new AtomicReference<>(this);
        given.text("root", name -> made.updateAndGet(format -> format.elements(name, format.row)))
                .text("row", name -> made.updateAndGet(format -> format.elements(format.root, name)));
        return given.made(made::get, "root", this);
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
