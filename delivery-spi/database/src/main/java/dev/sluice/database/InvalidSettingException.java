package dev.sluice.database;

/** Settings, or what a lead makes of them, that no row can be made of. The text holds no values. */
final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String pointer;

    InvalidSettingException(String pointer, String text) {
        super(text);
        this.pointer = pointer;
    }

    /** Where it is, as a JSON pointer. */
    String pointer() {
        return pointer;
    }

    /** What is wrong and what to do. */
    String text() {
        return String.valueOf(getMessage());
    }

    /** {@code name} as a step of a pointer. */
    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
