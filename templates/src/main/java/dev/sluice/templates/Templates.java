package dev.sluice.templates;

import static java.util.Objects.requireNonNull;

import dev.sluice.templates.internal.program.Compiler;
import dev.sluice.types.Layout;
import dev.sluice.types.Stage;
import java.util.HashMap;
import java.util.Map;

/**
 * Compiles templates: text with <code>{{paths}}</code>, helpers and blocks. Immutable and safe on any thread; every
 * setting gives a new compiler.
 *
 * <p>Paths such as {@code secret.key} are refused unless {@link #readingSecrets()} was asked for.
 */
public final class Templates {
    private static final Templates STANDARD = new Templates(new Compiler(Map.of(), Limits.standard(), false));
    private static final Layout UNDECLARED = Layout.builder().build();

    private final Compiler compiler;

    private Templates(Compiler compiler) {
        this.compiler = compiler;
    }

    /** The compiler with the built-in helpers and the default {@link Limits}. */
    public static Templates standard() {
        return STANDARD;
    }

    /**
     * This compiler with {@code helper} callable as {@code name}; a built-in helper of that name gives way. As a block it
     * is a condition: its body is written when what it gives counts as true.
     *
     * @throws IllegalArgumentException for the words {@code if unless each with}
     */
    public Templates with(String name, Helper helper) {
        if (Compiler.isReserved(requireNonNull(name, "name"))) {
            throw new IllegalArgumentException(name + " is a word of the language; choose another name for the helper");
        }
        Map<String, Helper> host = new HashMap<>(compiler.host());
        host.put(name, requireNonNull(helper, "helper"));
        return new Templates(new Compiler(host, compiler.limits(), compiler.secrets()));
    }

    /** This compiler with other limits. */
    public Templates limits(Limits limits) {
        return new Templates(new Compiler(compiler.host(), requireNonNull(limits, "limits"), compiler.secrets()));
    }

    /** This compiler for header and authentication settings, whose scopes hold secrets: it lets templates read them. */
    public Templates readingSecrets() {
        return new Templates(new Compiler(compiler.host(), compiler.limits(), true));
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
        return new Template(text, compiler.compile(text, layout, stage));
    }
}
