package dev.sluice.templates.internal.program;

import dev.sluice.templates.Helper;
import dev.sluice.templates.Limits;
import dev.sluice.templates.internal.syntax.Parser;
import dev.sluice.templates.internal.syntax.Source;
import dev.sluice.templates.internal.syntax.Statement;
import dev.sluice.types.Layout;
import dev.sluice.types.Stage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the text of a template into a {@link Program}. */
public record Compiler(Map<String, Helper> host, Limits limits, boolean secrets) {
    public Compiler {
        host = Map.copyOf(host);
    }

    /** Whether {@code name} is a word of the language, which no helper can be called. */
    public static boolean isReserved(String name) {
        return Helpers.BLOCKS.contains(name);
    }

    /**
     * The program of {@code text}.
     *
     * @throws dev.sluice.templates.TemplateException when the text is no template
     */
    public Program compile(String text, Layout layout, Stage stage) {
        Source source = new Source(text);
        List<Statement> statements = Parser.parse(source, limits);
        Paths paths = new Paths(source, layout, stage, secrets);
        Calls calls = new Calls(source, new Helpers(host), paths);
        Bodies bodies = new Bodies(source, calls, Inlines.names(statements), limits);
        Body body = bodies.compile(statements, Surroundings.TOP, 0);
        return new Program(
                body,
                single(body),
                statements.stream().allMatch(Statement.Words.class::isInstance),
                bodies.locals(),
                paths.refs(),
                paths.readsAll(),
                limits);
    }

    /** The only variable or call of a template that has nothing but white space around it. */
    private static @Nullable Expr single(Body body) {
        return body.single() instanceof PrintNode print ? print.expr() : null;
    }
}
