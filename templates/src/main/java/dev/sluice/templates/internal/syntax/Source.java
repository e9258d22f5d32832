package dev.sluice.templates.internal.syntax;

import dev.sluice.templates.TemplateException;

/** The text of a template, which knows where its lines begin. */
public record Source(String text) {

    /** The error {@code fault} at {@code offset}. */
    public TemplateException fault(int offset, String fault) {
        int line = 1;
        int start = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
            start = i + 1;
        }
        return new TemplateException(fault, line, offset - start + 1);
    }

    int length() {
        return text.length();
    }

    /** The character at {@code i}; beyond the end, one that stands nowhere in a template's grammar. */
    char at(int i) {
        return i < text.length() ? text.charAt(i) : '\0';
    }

    boolean has(String word, int offset) {
        return text.startsWith(word, offset);
    }
}
