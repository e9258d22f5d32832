package dev.sluice.types;

/** No value: the field was not given, the path leads nowhere. */
public enum Missing implements Value {
    MISSING;

    @Override
    public boolean isBlank() {
        return true;
    }

    @Override
    public Value part(String name) {
        return this;
    }

    @Override
    public String text() {
        return "";
    }

    @Override
    public <R> R match(Matcher<R> matcher) {
        return matcher.missing();
    }

    @Override
    public String toString() {
        return "missing";
    }
}
