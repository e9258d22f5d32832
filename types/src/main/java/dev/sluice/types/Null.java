package dev.sluice.types;

/** A value that is known to be nothing: a JSON null. Its parts are missing. */
public enum Null implements Value {
    NULL;

    @Override
    public boolean isBlank() {
        return true;
    }

    @Override
    public Value part(String name) {
        return Missing.MISSING;
    }

    @Override
    public String text() {
        return "";
    }

    @Override
    public <R> R match(Matcher<R> matcher) {
        return matcher.nullValue();
    }

    @Override
    public String toString() {
        return "null";
    }
}
