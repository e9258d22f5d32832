package dev.sluice.json;

import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Map;

/** Writes a value on one line. Typed values give their normal form, moments ISO text, numbers the digits they were given with. */
final class JsonOut implements Value.Matcher<StringBuilder> {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();
    private final String comma;
    private final String colon;

    private JsonOut(String comma, String colon) {
        this.comma = comma;
        this.colon = colon;
    }

    /** Without any white space. */
    static String compact(Value value) {
        return value.match(new JsonOut(",", ":")).toString();
    }

    /** With a blank after each comma and colon. */
    static String spaced(Value value) {
        return value.match(new JsonOut(", ", ": ")).toString();
    }

    static String quoted(String text) {
        return new JsonOut(",", ":").quote(text).toString();
    }

    @Override
    public StringBuilder missing() {
        return out.append("null");
    }

    @Override
    public StringBuilder nullValue() {
        return out.append("null");
    }

    @Override
    public StringBuilder text(Text text) {
        return quote(text.value());
    }

    @Override
    public StringBuilder num(Num num) {
        String spelling = num.spelling();
        return out.append(NumberSyntax.matches(spelling) ? spelling : num.text());
    }

    @Override
    public StringBuilder bool(Bool bool) {
        return out.append(bool.value());
    }

    @Override
    public StringBuilder moment(Moment moment) {
        return quote(moment.text());
    }

    @Override
    public StringBuilder typed(Typed typed) {
        return typed.normal().match(this);
    }

    @Override
    public StringBuilder obj(Obj obj) {
        String separator = "{";
        for (Map.Entry<String, Value> member : obj.members().entrySet()) {
            out.append(separator);
            quote(member.getKey()).append(colon);
            member.getValue().match(this);
            separator = comma;
        }
        return out.append(separator.equals("{") ? "{}" : "}");
    }

    @Override
    public StringBuilder arr(Arr arr) {
        out.append('[');
        for (int i = 0; i < arr.size(); i++) {
            out.append(i == 0 ? "" : comma);
            arr.at(i).match(this);
        }
        return out.append(']');
    }

    private StringBuilder quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text, i);
        }
        return out.append('"');
    }

    private void character(String text, int i) {
        char c = text.charAt(i);
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ' || c == '\u2028' || c == '\u2029' || c == '\u007f' || isUnpaired(text, i)) {
                    escape(c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private void escape(char c) {
        out.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt((c >> 8) & 15));
        out.append(HEX.charAt((c >> 4) & 15)).append(HEX.charAt(c & 15));
    }

    private static boolean isUnpaired(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
