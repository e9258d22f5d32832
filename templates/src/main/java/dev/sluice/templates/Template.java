package dev.sluice.templates;

import dev.sluice.templates.internal.program.Program;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A compiled template. Immutable and safe on any thread. */
public final class Template {
    private final String source;
    private final Program program;

    Template(String source, Program program) {
        this.source = source;
        this.program = program;
    }

    /** The text it was compiled from. */
    public String source() {
        return source;
    }

    /** True when the text is the same for all data. */
    public boolean isConstant() {
        return program.constant();
    }

    /**
     * True when the template is exactly one variable or one helper call, so that {@link #evaluate} keeps the type; white
     * space around it does not count.
     */
    public boolean keepsType() {
        return program.single() != null;
    }

    /**
     * The value: of the one variable or helper call with its type, unescaped, {@link Missing} when there is none;
     * else the rendered text.
     *
     * @throws TemplateException when a limit is met or a helper of the host fails
     */
    public Value evaluate(Scope scope, Rendering rendering) {
        return program.evaluate(scope, rendering.at(), rendering.escape());
    }

    /** As {@link #evaluate(Scope, Rendering)} with a rendering that goes nowhere special. */
    public Value evaluate(Scope scope, At at) {
        return program.evaluate(scope, at, Escape.NONE);
    }

    /**
     * The text. Missing variables and nulls give nothing.
     *
     * @throws TemplateException when a limit is met or a helper of the host fails
     */
    public String render(Scope scope, Rendering rendering) {
        return program.text(scope, rendering.at(), rendering.escape());
    }

    /** As {@link #render(Scope, Rendering)}, written to the end of {@code out}. */
    public void render(Scope scope, Rendering rendering, StringBuilder out) {
        program.render(scope, rendering.at(), rendering.escape(), out);
    }

    /** Every path that the template may read, without names that belong to a block. */
    public Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        program.refs().forEach(ref -> paths.add(ref.path()));
        return paths;
    }

    /** The compiled paths behind {@link #paths()}. */
    public List<Ref> refs() {
        return program.refs();
    }

    /** True when the template reads all data at once, through {@code this} or {@code @root}: then no list of paths is whole. */
    public boolean readsAll() {
        return program.readsAll();
    }

    /** True when one of {@link #paths()} leads to nothing in {@code scope}; rules that are not strict skip such templates. */
    public boolean readsMissing(Scope scope) {
        for (Ref ref : program.refs()) {
            if (ref.read(scope).isMissing()) {
                return true;
            }
        }
        return false;
    }

    /** The text it was compiled from. */
    @Override
    public String toString() {
        return source;
    }
}
