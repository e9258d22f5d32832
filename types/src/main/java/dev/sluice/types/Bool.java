package dev.sluice.types;

/** True or false. */
public enum Bool implements Value {
    TRUE,
    FALSE;

    /** The value as a Java boolean. */
    public boolean value() {
        return this == TRUE;
    }

    @Override
    public boolean isBlank() {
        return false;
    }

    @Override
    public Value part(String name) {
        return Missing.MISSING;
    }

    @Override
    public String text() {
        return this == TRUE ? "true" : "false";
    }

    @Override
    public <R> R match(Matcher<R> matcher) {
        return matcher.bool(this);
    }

    @Override
    public String toString() {
        return "boolean";
    }
}
