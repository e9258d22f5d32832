package dev.sluice.http.internal.answer;

import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;

/** Text, searched by patterns: what the first group of the first match holds. */
final class TextAnswer implements Parsed {
    private final String text;
    private final PatternStyle style;
    private final boolean asSaid;

    TextAnswer(String text, PatternStyle style, boolean asSaid) {
        this.text = text;
        this.style = style;
        this.asSaid = asSaid;
    }

    @Override
    public List<Value> select(String path) {
        return SafePattern.of(path, style)
                .flatMap(pattern -> pattern.capture(text))
                .<List<Value>>map(found -> List.of(new Text(found)))
                .orElse(List.of());
    }

    @Override
    public Obj document() {
        return Obj.EMPTY;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public boolean isAsSaid() {
        return asSaid;
    }
}
