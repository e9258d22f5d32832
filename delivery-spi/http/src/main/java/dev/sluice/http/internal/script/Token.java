package dev.sluice.http.internal.script;

/**
 * A word of a script.
 *
 * @param kind what it is
 * @param text the word; of quoted text what is inside
 * @param at where it begins
 */
record Token(Kind kind, String text, int at) {
    enum Kind {
        NAME,
        TEXT,
        NUMBER,
        MARK,
        SEARCH,
        END
    }

    boolean is(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
