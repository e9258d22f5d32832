package dev.sluice.types;

/** Objects and arrays as compact JSON text, for templates and plain text; reading JSON is core's business. */
final class JsonText implements Value.Matcher<StringBuilder> {
    private static final String HEX = "0123456789abcdef";
    private static final int USUAL_LENGTH = 512;

    private final StringBuilder out = new StringBuilder(USUAL_LENGTH);

    private JsonText() {}

    static String of(Value value) {
        JsonText text = new JsonText();
        value.match(text);
        return text.out.toString();
    }

    @Override
    public StringBuilder missing() {
        return write("null");
    }

    @Override
    public StringBuilder nullValue() {
        return write("null");
    }

    @Override
    public StringBuilder text(Text text) {
        return quoted(text.value());
    }

    @Override
    public StringBuilder num(Num num) {
        return write(num.text());
    }

    @Override
    public StringBuilder bool(Bool bool) {
        return write(bool.text());
    }

    @Override
    public StringBuilder moment(Moment moment) {
        return quoted(moment.text());
    }

    @Override
    public StringBuilder typed(Typed typed) {
        return typed.normal().match(this);
    }

    @Override
    public StringBuilder obj(Obj obj) {
        out.append('{');
        boolean first = true;
        for (int i = 0; i < obj.shape().size(); i++) {
            if (!obj.at(i).isMissing()) {
                if (!first) {
                    out.append(',');
                }
                first = false;
                quoted(obj.shape().name(i));
                out.append(':');
                obj.at(i).match(this);
            }
        }
        return write("}");
    }

    @Override
    public StringBuilder arr(Arr arr) {
        out.append('[');
        for (int i = 0; i < arr.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            arr.at(i).match(this);
        }
        return write("]");
    }

    private StringBuilder quoted(String text) {
        out.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isSpecial(text.charAt(i))) {
                out.append(text, done, i);
                escape(text, i);
                done = i + 1;
            }
        }
        out.append(text, done, text.length());
        return write("\"");
    }

    /** Whether a character may have to be escaped; nearly none has. */
    private static boolean isSpecial(char c) {
        return c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c);
    }

    private void escape(String text, int i) {
        char c = text.charAt(i);
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ' || isUnpaired(text, i)) {
                    out.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt((c >> 8) & 15));
                    out.append(HEX.charAt((c >> 4) & 15)).append(HEX.charAt(c & 15));
                } else {
                    out.append(c);
                }
            }
        }
    }

    private static boolean isUnpaired(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private StringBuilder write(String text) {
        return out.append(text);
    }
}
