package dev.sluice.export.internal;

/**
 * What a column is called.
 *
 * @param name in the file
 * @param path the name with its section before it, where that differs: {@code lead.email}
 */
record Heading(String name, String path) {
    static Heading of(String name) {
        return new Heading(name, name);
    }

    boolean matches(String pattern) {
        return Glob.matches(pattern, name) || Glob.matches(pattern, path);
    }
}
