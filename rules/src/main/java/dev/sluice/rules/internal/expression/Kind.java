package dev.sluice.rules.internal.expression;

/** What is known of a term's value before any lead comes. */
enum Kind {
    TRUTH("a yes or no"),
    NUMBER("a number"),
    TEXT("a text"),
    LIST("a list"),
    NULL("null"),
    /** A path: any of them. */
    ANY("a value");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean maybe(Kind wanted) {
        return this == wanted || this == ANY || this == NULL;
    }
}
