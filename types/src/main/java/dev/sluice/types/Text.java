package dev.sluice.types;

import static java.util.Objects.requireNonNull;

/** Text, kept exactly as given. It has no parts but {@code length}, counted in UTF-16 units. */
public record Text(String value) implements Value {
    public Text {
        requireNonNull(value, "value");
    }

    @Override
    public boolean isBlank() {
        for (int i = 0; i < value.length(); i++) {
            if (!Whitespace.is(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Value part(String name) {
        return name.equals("length") ? Num.of(value.length()) : Missing.MISSING;
    }

    @Override
    public String text() {
        return value;
    }

    @Override
    public <R> R match(Matcher<R> matcher) {
        return matcher.text(this);
    }

    @Override
    public String toString() {
        return "text of " + value.length() + " characters";
    }
}
