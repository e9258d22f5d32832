package dev.sluice.internal.names;

/** JSON pointers (RFC 6901). */
public final class Pointer {
    private Pointer() {}

    /** The place of member {@code name} of the object at {@code pointer}. */
    public static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The place of element {@code index} of the array at {@code pointer}. */
    public static String below(String pointer, int index) {
        return pointer + "/" + index;
    }
}
