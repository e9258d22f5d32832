package dev.sluice.templates.internal.syntax;

import static java.util.Objects.requireNonNull;

import dev.sluice.templates.internal.syntax.Token.Kind;
import dev.sluice.templates.internal.syntax.Token.Tag;
import dev.sluice.templates.internal.syntax.Token.Words;
import java.util.ArrayList;
import java.util.List;

/** Splits a template into text and tags; a backslash before braces makes them text. */
final class Tokens {
    private final Source source;
    private final TagReader tags;
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int at;

    private Tokens(Source source, int maxDepth) {
        this.source = source;
        this.tags = new TagReader(source, maxDepth);
    }

    static List<Token> of(Source source, int maxDepth) {
        Tokens tokens = new Tokens(source, maxDepth);
        tokens.split();
        return tokens.tokens;
    }

    private void split() {
        for (int open = next(); open >= 0; open = next()) {
            if (source.has("\\", open - 1) && open > at && !(source.has("\\\\", open - 2) && open - 1 > at)) {
                words.append(source.text(), at, open - 1).append("{{");
                at = open + 2;
            } else {
                boolean backslash = open - 1 > at && source.has("\\\\", open - 2);
                words.append(source.text(), at, backslash ? open - 1 : open);
                tag(open);
            }
        }
        words.append(source.text(), at, source.length());
        flush();
    }

    private int next() {
        return source.text().indexOf("{{", at);
    }

    private void tag(int open) {
        flush();
        Tag tag = tags.read(open);
        tokens.add(tag);
        at = tags.end();
        if (tag.kind() == Kind.OPEN_RAW) {
            raw(tag);
        }
    }

    /** A raw block is text up to the end of its own name; raw blocks inside it are part of the text. */
    private void raw(Tag open) {
        String end = "{{{{/" + requireNonNull(open.call()).name().spelling() + "}}}}";
        int depth = 1;
        int i = at;
        while (true) {
            int braces = source.text().indexOf("{{{{", i);
            if (braces < 0) {
                throw source.fault(open.offset(), "this raw block is not closed: " + end + " is missing");
            }
            boolean closes = source.at(braces + 4) == '/';
            depth += closes ? -1 : 1;
            if (depth == 0) {
                closeRaw(open, end, braces);
                return;
            }
            i = braces + 5;
        }
    }

    private void closeRaw(Tag open, String end, int braces) {
        if (!source.has(end, braces)) {
            throw source.fault(braces, end + " is expected here");
        }
        words.append(source.text(), at, braces);
        flush();
        tokens.add(new Tag(Kind.CLOSE, open.call(), List.of(), false, false, "", braces));
        at = braces + end.length();
    }

    private void flush() {
        if (words.length() > 0) {
            tokens.add(new Words(words.toString()));
            words.setLength(0);
        }
    }
}
