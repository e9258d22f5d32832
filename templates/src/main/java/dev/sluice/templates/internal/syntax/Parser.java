package dev.sluice.templates.internal.syntax;

import static java.util.Objects.requireNonNull;

import dev.sluice.templates.Limits;
import dev.sluice.templates.TemplateException;
import dev.sluice.templates.internal.syntax.Expression.Call;
import dev.sluice.templates.internal.syntax.Statement.Branch;
import dev.sluice.templates.internal.syntax.Token.Kind;
import dev.sluice.templates.internal.syntax.Token.Tag;
import dev.sluice.templates.internal.syntax.Token.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a whole template. Blocks inside each other are counted, so that no template can exhaust the stack. */
public final class Parser {
    private final Source source;
    private final List<Token> tokens;
    private final int maxDepth;
    private int at;
    private int depth;

    private Parser(Source source, List<Token> tokens, int maxDepth) {
        this.source = source;
        this.tokens = tokens;
        this.maxDepth = maxDepth;
    }

    /**
     * The statements of {@code source}.
     *
     * @throws dev.sluice.templates.TemplateException when it is longer or deeper than {@code limits} allow, or no template
     */
    public static List<Statement> parse(Source source, Limits limits) {
        if (source.length() > limits.length()) {
            throw new TemplateException(
                    "the template has " + source.length() + " characters, more than " + limits.length(), 1, 1);
        }
        List<Token> tokens = Lines.trim(Tokens.of(source, limits.depth()));
        Parser parser = new Parser(source, tokens, limits.depth());
        List<Statement> statements = parser.statements();
        parser.expectEnd();
        return statements;
    }

    private void expectEnd() {
        if (at < tokens.size()) {
            Tag tag = (Tag) tokens.get(at);
            String what = tag.kind() == Kind.CLOSE ? "{{/" + spelling(tag) + "}} closes" : "else stands in";
            throw source.fault(tag.offset(), what + " no block");
        }
    }

    private List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        for (; at < tokens.size(); at++) {
            if (tokens.get(at) instanceof Words words) {
                statements.add(new Statement.Words(words.text()));
            } else if (isBoundary((Tag) tokens.get(at))) {
                return statements;
            } else {
                statement((Tag) tokens.get(at), statements);
            }
        }
        return statements;
    }

    private static boolean isBoundary(Tag tag) {
        return tag.kind() == Kind.ELSE || tag.kind() == Kind.ELSE_CHAIN || tag.kind() == Kind.CLOSE;
    }

    private void statement(Tag tag, List<Statement> statements) {
        if (tag.kind().opens()) {
            statements.add(nested(tag));
        } else if (tag.kind() == Kind.PARTIAL) {
            statements.add(new Statement.Partial(call(tag), Optional.empty(), tag.indent()));
        } else if (tag.kind() != Kind.COMMENT) {
            refuseParameters(tag);
            statements.add(new Statement.Print(call(tag), tag.kind() == Kind.PRINT_RAW));
        }
    }

    private void refuseParameters(Tag tag) {
        if (!tag.parameters().isEmpty()) {
            throw source.fault(tag.offset(), "only blocks have names between bars");
        }
    }

    private Statement nested(Tag open) {
        if (++depth > maxDepth) {
            throw source.fault(open.offset(), "blocks are nested deeper than " + maxDepth);
        }
        Statement statement =
                switch (open.kind()) {
                    case OPEN_RAW -> raw(open);
                    case OPEN_INLINE -> inline(open);
                    case OPEN_PARTIAL -> partial(open);
                    default -> block(open);
                };
        depth--;
        return statement;
    }

    private Statement raw(Tag open) {
        StringBuilder content = new StringBuilder();
        for (at++; tokens.get(at) instanceof Words words; at++) {
            content.append(words.text());
        }
        return new Statement.Raw(call(open), content.toString());
    }

    private Statement inline(Tag open) {
        Call call = call(open);
        if (!call.name().spelling().equals("inline")) {
            throw source.fault(open.offset(), "the only decorator is inline");
        }
        if (call.arguments().size() != 1 || !(call.arguments().get(0) instanceof Expression.Constant name)) {
            throw source.fault(open.offset(), "an inline partial has one name, written as text");
        }
        return new Statement.Inline(name.value().text(), onlyBody(open), open.offset());
    }

    private Statement partial(Tag open) {
        return new Statement.Partial(call(open), Optional.of(onlyBody(open)), "");
    }

    private List<Statement> onlyBody(Tag open) {
        at++;
        List<Statement> body = statements();
        expectClose(open);
        return body;
    }

    private Statement block(Tag open) {
        List<Branch> branches = new ArrayList<>();
        List<Statement> otherwise = List.of();
        Tag tag = open;
        do {
            at++;
            List<Statement> body = statements();
            if (tag.kind() == Kind.ELSE) {
                otherwise = body;
            } else {
                branches.add(new Branch(call(tag), tag.parameters(), body));
            }
            tag = next(open, tag);
        } while (tag.kind() != Kind.CLOSE);
        expectClose(open);
        return new Statement.Block(branches, otherwise, open.kind() == Kind.OPEN_INVERSE);
    }

    private Tag next(Tag open, Tag current) {
        if (at == tokens.size()) {
            throw notClosed(open);
        }
        Tag next = (Tag) tokens.get(at);
        if (current.kind() == Kind.ELSE && next.kind() != Kind.CLOSE) {
            throw source.fault(next.offset(), "nothing but the end of the block may follow its else");
        }
        return next;
    }

    private void expectClose(Tag open) {
        if (at == tokens.size()) {
            throw notClosed(open);
        }
        Tag close = (Tag) tokens.get(at);
        if (close.kind() != Kind.CLOSE) {
            throw source.fault(close.offset(), "else has no place in {{" + "#" + spelling(open) + "}}");
        }
        if (!spelling(open).equals(spelling(close))) {
            throw source.fault(
                    close.offset(), "{{/" + spelling(open) + "}} is expected, not {{/" + spelling(close) + "}}");
        }
    }

    private TemplateException notClosed(Tag open) {
        return source.fault(open.offset(), "this block is not closed: {{/" + spelling(open) + "}} is missing");
    }

    private static Call call(Tag tag) {
        return requireNonNull(tag.call(), "call");
    }

    private static String spelling(Tag tag) {
        return call(tag).name().spelling();
    }
}
