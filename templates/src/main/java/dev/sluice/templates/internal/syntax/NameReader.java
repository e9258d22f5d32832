package dev.sluice.templates.internal.syntax;

import dev.sluice.templates.TemplateException;
import dev.sluice.templates.internal.syntax.Expression.Name;
import java.util.ArrayList;
import java.util.List;

/** Reads one name: {@code a.b}, {@code a/b}, {@code ../a}, {@code this.a}, {@code @index}, {@code a.[odd key]}, {@code a[0]}. */
final class NameReader {
    private final Source source;
    private final int start;
    private final List<String> words = new ArrayList<>(4);
    private int at;
    private int up;
    private boolean scoped;

    NameReader(Source source, int at) {
        this.source = source;
        this.start = at;
        this.at = at;
    }

    /** Reads the name and moves {@code reader} behind it. */
    Name read(ExpressionReader reader) {
        boolean data = source.at(at) == '@';
        at += data ? 1 : 0;
        segment();
        while (continues()) {
            segment();
        }
        if (!endsName(source.at(at))) {
            throw unexpected(at);
        }
        reader.moveTo(at);
        return new Name(source.text().substring(start, at), up, scoped, data, words, start);
    }

    private boolean continues() {
        char c = source.at(at);
        if (c == '.' || c == '/') {
            at++;
            return true;
        }
        return c == '[';
    }

    private void segment() {
        if (source.at(at) == '[') {
            words.add(bracketed());
        } else if (source.has("..", at)) {
            at += 2;
            step("..");
        } else if (source.at(at) == '.' && !Letters.isPlain(source.at(at + 1))) {
            at++;
            step(".");
        } else {
            word();
        }
    }

    private void word() {
        int from = at;
        while (Letters.isPlain(source.at(at))) {
            at++;
        }
        String word = source.text().substring(from, at);
        if (word.isEmpty()) {
            throw unexpected(at);
        }
        if (word.equals("this")) {
            step(word);
        } else {
            words.add(word);
        }
    }

    private void step(String step) {
        if (!words.isEmpty()) {
            throw source.fault(start, "in a path, " + step + " stands at the beginning only");
        }
        if (step.equals("..")) {
            up++;
        } else {
            scoped = true;
        }
    }

    private String bracketed() {
        int from = at + 1;
        char quote = source.at(from);
        boolean quoted = quote == '"' || quote == '\'';
        int quoteEnd = quoted ? source.text().indexOf(quote, from + 1) : -1;
        int end = quoteEnd > 0 && source.at(quoteEnd + 1) == ']'
                ? quoteEnd + 1
                : source.text().indexOf(']', from);
        if (end < 0) {
            throw source.fault(at, "this [ is not closed");
        }
        at = end + 1;
        return end == quoteEnd + 1
                ? source.text().substring(from + 1, quoteEnd)
                : source.text().substring(from, end);
    }

    private static boolean endsName(char c) {
        return c == '=' || c == '~' || c == '}' || c == ')' || c == '|' || Letters.isSpace(c);
    }

    private TemplateException unexpected(int offset) {
        if (offset >= source.length()) {
            return source.fault(start, "the tag is not closed");
        }
        return source.fault(offset, "a name, text or number is expected, not '" + source.at(offset) + "'");
    }
}
