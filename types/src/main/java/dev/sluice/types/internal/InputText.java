package dev.sluice.types.internal;

import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;

/**
 * An input of any kind as text, the way a web form or a script would have sent it: numbers without needless zeros,
 * objects as {@code [object Object]}, the elements of arrays with commas between them.
 */
public final class InputText implements Value.Matcher<StringBuilder> {
    private static final int MAX_DEPTH = 64;

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private InputText() {}

    /** {@code input} as text. */
    public static String of(Value input) {
        if (input instanceof Text text) {
            return text.value();
        }
        return input.match(new InputText()).toString();
    }

    /** {@code input} itself when it is text, else the text it stands for. */
    public static Text raw(Value input) {
        return input instanceof Text text ? text : new Text(of(input));
    }

    @Override
    public StringBuilder missing() {
        return out;
    }

    @Override
    public StringBuilder nullValue() {
        return out;
    }

    @Override
    public StringBuilder text(Text text) {
        return out.append(text.value());
    }

    @Override
    public StringBuilder num(Num num) {
        return out.append(num.text());
    }

    @Override
    public StringBuilder bool(Bool bool) {
        return out.append(bool.text());
    }

    @Override
    public StringBuilder moment(Moment moment) {
        return out.append(moment.text());
    }

    @Override
    public StringBuilder typed(Typed typed) {
        return typed.normal().match(this);
    }

    @Override
    public StringBuilder obj(Obj obj) {
        return out.append("[object Object]");
    }

    @Override
    public StringBuilder arr(Arr arr) {
        if (depth == MAX_DEPTH) {
            return out;
        }
        depth++;
        for (int i = 0; i < arr.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            arr.at(i).match(this);
        }
        depth--;
        return out;
    }
}
