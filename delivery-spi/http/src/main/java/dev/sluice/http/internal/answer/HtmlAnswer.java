package dev.sluice.http.internal.answer;

import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector;

/** A page, searched by CSS selectors; {@code selector @name} gives an attribute. */
final class HtmlAnswer implements Parsed {
    private static final int MOST_FOUND = 1_000;

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
        try {
            Elements found = page.select(selector);
            List<String> texts = at < 0
                    ? found.eachText()
                    : found.eachAttr(path.substring(at + 1).strip());
            return texts.stream().limit(MOST_FOUND).<Value>map(Text::new).toList();
        } catch (Selector.SelectorParseException | IllegalArgumentException noSelector) {
            return List.of();
        }
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
