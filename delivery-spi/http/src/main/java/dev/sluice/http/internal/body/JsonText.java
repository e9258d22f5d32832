package dev.sluice.http.internal.body;

import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Map;

/** Values as compact JSON: numbers, booleans and nulls stay what they are, unpaired surrogates become escapes. */
public final class JsonText implements Value.Matcher<StringBuilder> {
    /** Numbers with more zeros are written with an exponent. */
    private static final int PLAIN_SCALE = 40;

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /** {@code value} as text. */
    public static String of(Value value) {
        JsonText json = new JsonText();
        value.match(json);
        return json.out.toString();
    }

    @Override
    public StringBuilder missing() {
        return nullValue();
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
        boolean isPlain = Math.abs(num.value().scale()) <= PLAIN_SCALE;
        return write(isPlain ? num.value().toPlainString() : num.value().toString());
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
        return Plain.of(typed).match(this);
    }

    @Override
    public StringBuilder obj(Obj obj) {
        String before = "{";
        for (Map.Entry<String, Value> member : obj.members().entrySet()) {
            write(before);
            quoted(member.getKey());
            write(":");
            member.getValue().match(this);
            before = ",";
        }
        return write(before.equals("{") ? "{}" : "}");
    }

    @Override
    public StringBuilder arr(Arr arr) {
        write("[");
        for (int i = 0; i < arr.size(); i++) {
            write(i == 0 ? "" : ",");
            arr.at(i).match(this);
        }
        return write("]");
    }

    private StringBuilder quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else {
                character(c);
            }
        }
        return write("\"");
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ' || Character.isSurrogate(c)) {
                    escaped(c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private void escaped(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((c >> shift) & 0xF));
        }
    }

    private StringBuilder write(String text) {
        return out.append(text);
    }
}
