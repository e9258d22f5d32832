package dev.sluice.templates.internal.helper;

import dev.sluice.templates.internal.number.Numbers;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;

/** The type that a helper's result is asked to have, by {@code dataType=}. */
record Result(Kind kind) {

    /** What a result becomes. */
    enum Kind {
        AS_IS,
        STRING,
        NUMBER
    }

    static Result bind(Site site, int slot) {
        Value asked = site.constant(slot);
        String name = asked == null ? "?" : Letters.lower(asked.text());
        return switch (name) {
            case "" -> new Result(Kind.AS_IS);
            case "string", "text" -> new Result(Kind.STRING);
            case "number" -> new Result(Kind.NUMBER);
            default -> throw site.fault("the dataType is String or Number, written in the template");
        };
    }

    Value of(Value value) {
        if (kind == Kind.AS_IS || value.isAbsent()) {
            return value;
        }
        if (kind == Kind.STRING) {
            return new Text(Values.text(value));
        }
        BigDecimal number = Numbers.of(value);
        return number == null ? Null.NULL : Num.of(number);
    }
}
