package dev.sluice.http.internal.body;

import dev.sluice.http.InvalidRequestException;
import dev.sluice.types.Null;
import java.util.List;

/** Fields as an XML document. */
public final class XmlText {
    private static final String DECLARATION = "<?xml version=\"1.0\"?>";

    private XmlText() {}

    /** The document; only its declaration when there are no fields. Nulls are left out. */
    public static String of(List<Field> fields) {
        Element document = new Element("");
        fields.stream()
                .filter(field -> !(field.value() instanceof Null))
                .forEach(field -> document.put(field.words(), 0, field.text()));
        List<Element> roots = document.children();
        if (roots.size() > 1) {
            throw new InvalidRequestException(
                    "/fields",
                    "an XML document has one root, but there are '"
                            + roots.get(0).name() + "' and '" + roots.get(1).name() + "'; put all fields under one");
        }
        StringBuilder out = new StringBuilder(DECLARATION);
        roots.forEach(root -> root.pretty(out.append('\n'), ""));
        return out.toString();
    }
}
