package dev.sluice.types;

/** The plain way to hide a value: one star for each character. */
final class Masking {
    private Masking() {}

    static Typed stars(Typed value) {
        Value[] components = new Value[value.parts().size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = stars(value.component(i));
        }
        return value.masked(stars(value.raw()), stars(value.normal()), components);
    }

    /** One star for each UTF-16 unit of a text but line breaks, and for each character of a number; one for a boolean. */
    static Value stars(Value value) {
        if (value.isAbsent()) {
            return value;
        }
        if (value instanceof Bool) {
            return new Text("*");
        }
        return new Text(stars(value.text()));
    }

    private static String stars(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c == '\n' || c == '\r' ? c : '*');
        }
        return out.toString();
    }
}
