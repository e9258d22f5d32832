package dev.sluice.templates;

import dev.sluice.types.Layout;
import dev.sluice.types.Missing;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Stage;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A compiled template. Immutable and safe on any thread. */
public final class Template {
    private final String source;
    private final List<Object> pieces = new ArrayList<>();

    Template(String source, Layout layout, Stage stage) {
        this.source = source;
        int at = 0;
        for (int open = source.indexOf("{{"); open >= 0; open = source.indexOf("{{", at)) {
            int close = source.indexOf("}}", open);
            if (close < 0) {
                throw new TemplateException("{{ is not closed", 1, open + 1);
            }
            if (open > at) {
                pieces.add(source.substring(at, open));
            }
            pieces.add(layout.compile(source.substring(open + 2, close), stage));
            at = close + 2;
        }
        if (at < source.length() || pieces.isEmpty()) {
            pieces.add(source.substring(at));
        }
    }

    /** The text it was compiled from. */
    public String source() {
        return source;
    }

    /** True when the template is plain text without any braces. */
    public boolean isConstant() {
        return refs().isEmpty();
    }

    /** True when the template is exactly one variable or one helper call, so that {@link #evaluate} keeps the type. */
    public boolean keepsType() {
        return pieces.size() == 1 && pieces.get(0) instanceof Ref;
    }

    /**
     * The value: of the one variable or helper call with its type, unescaped, {@link Missing} when there is none;
     * else the rendered text.
     */
    public Value evaluate(Scope scope, Rendering rendering) {
        return pieces.get(0) instanceof Ref ref && keepsType() ? ref.read(scope) : new Text(render(scope, rendering));
    }

    /** The text. Missing variables and nulls give nothing. */
    public String render(Scope scope, Rendering rendering) {
        StringBuilder out = new StringBuilder();
        render(scope, rendering, out);
        return out.toString();
    }

    /** Writes the text to the end of {@code out}. */
    public void render(Scope scope, Rendering rendering, StringBuilder out) {
        for (Object piece : pieces) {
            if (piece instanceof Ref ref) {
                rendering.escape().append(ref.read(scope).text(), out);
            } else {
                out.append(piece);
            }
        }
    }

    /** Every path that the template may read, without names that belong to a block. */
    public Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        refs().forEach(ref -> paths.add(ref.path()));
        return paths;
    }

    /** The compiled paths behind {@link #paths()}. */
    public List<Ref> refs() {
        return pieces.stream()
                .filter(Ref.class::isInstance)
                .map(Ref.class::cast)
                .toList();
    }

    /** True when one of {@link #paths()} leads to nothing in {@code scope}; rules that are not strict skip such templates. */
    public boolean readsMissing(Scope scope) {
        return refs().stream().anyMatch(ref -> ref.read(scope).isMissing());
    }
}
