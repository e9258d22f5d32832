package dev.sluice.templates.internal.program;

import dev.sluice.templates.Limits;
import dev.sluice.templates.internal.program.Surroundings.Kind;
import dev.sluice.templates.internal.syntax.Expression;
import dev.sluice.templates.internal.syntax.Expression.Call;
import dev.sluice.templates.internal.syntax.Source;
import dev.sluice.templates.internal.syntax.Statement;
import dev.sluice.templates.internal.syntax.Statement.Branch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles statements to bodies. Used while one template compiles. */
final class Bodies {
    private final Source source;
    private final Calls calls;
    private final Set<String> partials;
    private final Limits limits;
    private final Slots slots = new Slots();

    Bodies(Source source, Calls calls, Set<String> partials, Limits limits) {
        this.source = source;
        this.calls = calls;
        this.partials = partials;
        this.limits = limits;
    }

    int locals() {
        return slots.count();
    }

    /** The body of {@code statements}, which begins at {@code offset}. */
    Body compile(List<Statement> statements, Surroundings here, int offset) {
        List<String> words = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        List<Body.Inline> inlines = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Words literal) {
                text.append(literal.text());
            } else if (statement instanceof Statement.Raw raw && isText(raw, here)) {
                text.append(raw.content());
            } else if (statement instanceof Statement.Inline inline) {
                inlines.add(new Body.Inline(inline.name(), partialBody(inline.body(), here, inline.offset())));
            } else {
                words.add(text.toString());
                text.setLength(0);
                nodes.add(node(statement, here));
            }
        }
        words.add(text.toString());
        return new Body(words, nodes, inlines, place(offset));
    }

    private Node node(Statement statement, Surroundings here) {
        if (statement instanceof Statement.Print print) {
            boolean raw = print.raw() || calls.isRaw(print.call(), here);
            return new PrintNode(
                    calls.compile(print.call(), here), raw, place(print.call().offset()));
        }
        if (statement instanceof Statement.Raw raw) {
            return raw(raw, here);
        }
        if (statement instanceof Statement.Partial partial) {
            return partial(partial, here);
        }
        return new Chain(source, calls, this, slots, limits).compile((Statement.Block) statement, here);
    }

    /** A raw block that is named after a helper is a block of it; any other name only says where the text ends. */
    private boolean isText(Statement.Raw raw, Surroundings here) {
        return !calls.isHelper(raw.call(), here)
                && !Helpers.BLOCKS.contains(raw.call().name().spelling());
    }

    private Node raw(Statement.Raw raw, Surroundings here) {
        Statement.Words content = new Statement.Words(raw.content());
        Branch branch = new Branch(raw.call(), List.of(), List.of(content));
        return node(new Statement.Block(List.of(branch), List.of(), false), here);
    }

    private Node partial(Statement.Partial partial, Surroundings here) {
        Call call = partial.call();
        String name = call.name().spelling();
        if (!partials.contains(name) && partial.body().isEmpty()) {
            throw source.fault(call.offset(), "there is no inline partial named " + name);
        }
        if (call.arguments().size() > 1) {
            throw source.fault(
                    call.offset(),
                    "a partial takes one value to work on, not "
                            + call.arguments().size());
        }
        Optional<Expression> context = call.arguments().stream().findFirst();
        Map<String, Expr> named = new LinkedHashMap<>();
        call.named().forEach((key, e) -> named.put(key, calls.compile(e, here)));
        @Nullable Body block = partial.body()
                .map(body -> partialBody(body, here, call.offset()))
                .orElse(null);
        return new PartialNode(
                name,
                context.map(e -> calls.compile(e, here)).orElse(null),
                named,
                block,
                partial.indent(),
                place(call.offset()));
    }

    private Body partialBody(List<Statement> body, Surroundings here, int offset) {
        return compile(body, here.inside(Kind.PARTIAL, Map.of(), null), offset);
    }

    private Place place(int offset) {
        return new Place(source, offset);
    }
}
