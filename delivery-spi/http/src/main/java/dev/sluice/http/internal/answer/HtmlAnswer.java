package dev.sluice.http.internal.answer;

import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector;

/**
 * A page, searched by CSS selectors; {@code selector @name} gives an attribute. Whatever page and selector are, the search
 * ends soon: pages of too many elements are not searched, and selectors that match by backtracking or look into elements
 * within elements find nothing.
 */
final class HtmlAnswer implements Parsed {
    private static final int MOST_FOUND = 1_000;
    private static final int MOST_ELEMENTS = 10_000;
    private static final int MOST_TEXT = 1 << 20;

    private final String text;
    private final Document page;

    HtmlAnswer(String text) {
        this.text = text;
        this.page = Jsoup.parse(text);
    }

    @Override
    public List<Value> select(String path) {
        int at = path.lastIndexOf('@');
        String selector = (at < 0 ? path : path.substring(0, at)).strip();
        String attribute = at < 0 ? "" : path.substring(at + 1).strip();
        if (!isCheap(selector) || page.getAllElements().size() > MOST_ELEMENTS) {
            return List.of();
        }
        try {
            return texts(page.select(selector), attribute);
        } catch (Selector.SelectorParseException | IllegalArgumentException noSelector) {
            return List.of();
        }
    }

    private static boolean isCheap(String selector) {
        String lower = selector.toLowerCase(Locale.ROOT);
        boolean pattern = lower.contains(":matches") || lower.contains("~=");
        return !pattern && lower.indexOf(":has") == lower.lastIndexOf(":has");
    }

    /** Elements within each other have the same text, each its own copy. */
    private static List<Value> texts(Elements found, String attribute) {
        List<Value> texts = new ArrayList<>();
        int length = 0;
        for (Element element : found) {
            boolean says = attribute.isEmpty() ? element.hasText() : element.hasAttr(attribute);
            if (says) {
                Text text = new Text(attribute.isEmpty() ? element.text() : element.attr(attribute));
                length += text.value().length();
                texts.add(text);
            }
            if (length > MOST_TEXT || texts.size() == MOST_FOUND) {
                break;
            }
        }
        return texts;
    }

    @Override
    public Obj document() {
        return Obj.EMPTY;
    }

    @Override
    public String text() {
        return text;
    }
}
