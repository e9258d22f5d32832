package dev.sluice.store.codec;

import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Values as JSON that reads back as the very same values. What JSON has no word for is an object whose first member
 * begins with a dollar sign; members that begin with one by themselves get a second.
 */
final class ValueWriter implements Value.Matcher<JsonBytes> {
    static final String TYPE = "$";
    static final String NUMBER = "$num";
    static final String DAY = "$day";
    static final String INSTANT = "$at";
    static final String MISSING = "$missing";
    static final String SEALED = "$sealed";
    /** Data nested deeper than this is cut there: nothing that a source sends gets this deep. */
    static final int MAX_DEPTH = 400;

    private static final byte[] TYPE_NAME = JsonBytes.known(TYPE);
    private static final byte[] RAW_NAME = JsonBytes.known("raw");
    private static final byte[] VALUE_NAME = JsonBytes.known("value");
    private static final byte[] PARTS_NAME = JsonBytes.known("parts");

    private final JsonBytes out;
    private int depth;

    ValueWriter(JsonBytes out) {
        this.out = out;
    }

    void write(Value value) {
        value.match(this);
    }

    void member(String name, Value value) {
        out.name(name.startsWith("$") ? "$" + name : name);
        value.match(this);
    }

    /** A member whose value stands in the sealed part. */
    void sealed(String name) {
        out.name(name.startsWith("$") ? "$" + name : name);
        out.open('{').name(SEALED).token("true").close('}');
    }

    @Override
    public JsonBytes missing() {
        return out.open('{').name(MISSING).token("true").close('}');
    }

    @Override
    public JsonBytes nullValue() {
        return out.token("null");
    }

    @Override
    public JsonBytes text(Text text) {
        return out.text(text.value());
    }

    @Override
    public JsonBytes num(Num num) {
        if (Numbers.isPlain(num)) {
            return out.token(num.spelling());
        }
        out.open('{').name(NUMBER).open('[').text(num.value().toString());
        if (!num.spelling().equals(num.text())) {
            out.text(num.spelling());
        }
        return out.close(']').close('}');
    }

    @Override
    public JsonBytes bool(Bool bool) {
        return out.token(bool.text());
    }

    @Override
    public JsonBytes moment(Moment moment) {
        out.open('{');
        moment.day().ifPresentOrElse(day -> out.name(DAY).text(day.toString()), () -> out.name(INSTANT)
                .text(moment.instantIn(ZoneOffset.UTC).toString()));
        return out.close('}');
    }

    @Override
    public JsonBytes typed(Typed typed) {
        if (depth >= MAX_DEPTH) {
            return out.token("null");
        }
        depth++;
        Typed kept = Secrets.maskIfSecret(typed);
        out.open('{').name(TYPE_NAME).text(kept.type().name());
        out.name(RAW_NAME);
        kept.raw().match(this);
        if (!sameText(kept.raw(), kept.normal())) {
            out.name(VALUE_NAME);
            kept.normal().match(this);
        }
        kept.problem().ifPresent(problem -> out.name("problem")
                .open('[')
                .text(problem.code())
                .text(problem.text())
                .close(']'));
        if (kept.masked()) {
            out.name("masked").token("true");
        }
        parts(kept);
        depth--;
        return out.close('}');
    }

    private void parts(Typed typed) {
        boolean any = false;
        for (int i = 0; i < typed.parts().size(); i++) {
            Value part = typed.component(i);
            if (!part.isMissing()) {
                if (!any) {
                    out.name(PARTS_NAME).open('{');
                }
                any = true;
                member(typed.parts().name(i), part);
            }
        }
        if (any) {
            out.close('}');
        }
    }

    private static boolean sameText(Value raw, Value normal) {
        return raw == normal || (raw instanceof Text && raw.equals(normal));
    }

    @Override
    public JsonBytes obj(Obj obj) {
        if (depth >= MAX_DEPTH) {
            return out.token("null");
        }
        depth++;
        out.open('{');
        for (int i = 0; i < obj.shape().size(); i++) {
            Value value = obj.at(i);
            if (!value.isMissing()) {
                member(obj.shape().name(i), value);
            }
        }
        depth--;
        return out.close('}');
    }

    /** Like an object, but a missing value stays a member. */
    void all(Map<String, Value> members) {
        out.open('{');
        members.forEach(this::member);
        out.close('}');
    }

    @Override
    public JsonBytes arr(Arr arr) {
        if (depth >= MAX_DEPTH) {
            return out.token("null");
        }
        depth++;
        out.open('[');
        for (Value value : arr) {
            value.match(this);
        }
        depth--;
        return out.close(']');
    }

    static boolean isTag(String name) {
        return name.startsWith("$") && !name.startsWith("$$");
    }

    static String unescaped(String name) {
        return name.startsWith("$$") ? name.substring(1) : name;
    }
}
