package dev.sluice.templates;

import dev.sluice.types.Layout;
import dev.sluice.types.Stage;

/**
 * Compiles templates: text with <code>{{paths}}</code>, helpers and blocks. Immutable and safe on any thread; every
 * setting gives a new compiler.
 */
public final class Templates {
    private static final Templates STANDARD = new Templates(Limits.standard());
    private static final Layout UNDECLARED = Layout.builder().build();

    private final Limits limits;

    private Templates(Limits limits) {
        this.limits = limits;
    }

    /** The compiler with the built-in helpers and the default {@link Limits}. */
    public static Templates standard() {
        return STANDARD;
    }

    /** This compiler with {@code helper} callable as {@code name}; a built-in helper of that name gives way. */
    public Templates with(String name, Helper helper) {
        return new Templates(limits);
    }

    /** This compiler with other limits. */
    public Templates limits(Limits limits) {
        return new Templates(limits);
    }

    /**
     * Compiles {@code text}, whose paths are looked for when it runs.
     *
     * @throws TemplateException when the text is no template
     */
    public Template compile(String text) {
        return compile(text, UNDECLARED, Stage.ANY);
    }

    /**
     * Compiles {@code text}, whose paths are read at {@code stage} from scopes of {@code layout}.
     *
     * @throws TemplateException when the text is no template, or reads what the stage may not read
     */
    public Template compile(String text, Layout layout, Stage stage) {
        return new Template(text, layout, stage);
    }
}
