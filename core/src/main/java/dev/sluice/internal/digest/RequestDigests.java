package dev.sluice.internal.digest;

import dev.sluice.delivery.Effect;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Missing;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a call to the world asked, as a keyed hash: the same request of the same plugin is known again, and nobody without
 * the key can tell what it was. The order of members does not matter.
 */
public final class RequestDigests {
    private final Tokens tokens;

    public RequestDigests(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The digest of a request; missing where a call does not reach the world. */
    public Value of(Effect effect, String plugin, Obj config, Obj request) {
        if (effect == Effect.NONE) {
            return Missing.MISSING;
        }
        Canon canon = new Canon();
        canon.string(plugin);
        config.match(canon);
        return new Text(tokens.of(request.match(canon).toString()));
    }

    /** A form in which two values are alike only when they are equal; texts go with their lengths. */
    private static final class Canon implements Value.Matcher<StringBuilder> {
        private final StringBuilder out = new StringBuilder(256);

        private StringBuilder string(String text) {
            return out.append(text.length()).append(':').append(text);
        }

        @Override
        public StringBuilder missing() {
            return out.append('-');
        }

        @Override
        public StringBuilder nullValue() {
            return out.append('0');
        }

        @Override
        public StringBuilder text(Text text) {
            out.append('t');
            return string(text.value());
        }

        @Override
        public StringBuilder num(Num num) {
            out.append('n');
            return string(num.text());
        }

        @Override
        public StringBuilder bool(Bool bool) {
            return out.append(bool.text());
        }

        @Override
        public StringBuilder moment(Moment moment) {
            out.append('m');
            return string(moment.text());
        }

        @Override
        public StringBuilder typed(Typed typed) {
            return typed.normal().match(this);
        }

        @Override
        public StringBuilder obj(Obj obj) {
            out.append('{');
            for (Map.Entry<String, Value> member : new TreeMap<>(obj.members()).entrySet()) {
                string(member.getKey());
                member.getValue().match(this);
            }
            return out.append('}');
        }

        @Override
        public StringBuilder arr(Arr arr) {
            out.append('[');
            arr.forEach(each -> each.match(this));
            return out.append(']');
        }
    }
}
