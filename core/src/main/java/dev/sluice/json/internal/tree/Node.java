package dev.sluice.json.internal.tree;

import dev.sluice.internal.names.Pointer;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One value of a document and its place. Reading it as what it is not is recorded as a fault and gives something
 * harmless in its stead, so that the rest of the document is read as well.
 */
public record Node(Value value, String pointer, Faults faults) {

    public String text() {
        if (value instanceof Text text) {
            return text.value();
        }
        expected("text");
        return "";
    }

    /** Text, or a number by its digits: labels such as {@code 7}. */
    public String label() {
        return value instanceof Num num ? num.spelling() : text();
    }

    public boolean flag() {
        if (!(value instanceof Bool)) {
            expected("true or false");
        }
        return value == Bool.TRUE;
    }

    public BigDecimal decimal() {
        if (value instanceof Num num) {
            return num.value();
        }
        expected("a number");
        return BigDecimal.ZERO;
    }

    public long integer() {
        if (value instanceof Num num && isLong(num.value())) {
            return num.value().longValueExact();
        }
        expected("a whole number");
        return 1;
    }

    public int smallInteger() {
        if (value instanceof Num num
                && isLong(num.value())
                && (int) num.value().longValueExact() == num.value().longValueExact()) {
            return num.value().intValueExact();
        }
        expected("a whole number");
        return 1;
    }

    private static boolean isLong(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    }

    public Obj object() {
        if (value instanceof Obj obj) {
            return obj;
        }
        expected("an object");
        return Obj.EMPTY;
    }

    /** The members of this object, which may have the keys of {@code vocabulary} and no others. */
    public Members members(Vocabulary vocabulary) {
        return new Members(this, vocabulary, object());
    }

    public <T> List<T> list(Function<Node, T> read) {
        List<T> list = new ArrayList<>();
        if (value instanceof Arr arr) {
            for (int i = 0; i < arr.size(); i++) {
                list.add(read.apply(new Node(arr.at(i), Pointer.below(pointer, i), faults)));
            }
        } else {
            expected("an array");
        }
        return list;
    }

    /** Shows every member of this object, whatever it is called. */
    public void each(BiConsumer<String, Node> see) {
        object().members()
                .forEach((name, member) -> see.accept(name, new Node(member, Pointer.below(pointer, name), faults)));
    }

    public <E> E word(Words<E> words, E otherwise) {
        if (!(value instanceof Text text)) {
            expected("one of " + String.join(", ", words.words()));
            return otherwise;
        }
        E meaning = words.meaning(text.value());
        if (meaning == null) {
            faults.wrong(words.code(), pointer, words.unknown(text.value()));
            return otherwise;
        }
        return meaning;
    }

    public ZoneId zone() {
        String id = text();
        try {
            return value instanceof Text ? ZoneId.of(id) : ZoneOffset.UTC;
        } catch (DateTimeException unknown) {
            faults.wrong("unknown_time_zone", pointer, TimeZones.unknown(id));
            return ZoneOffset.UTC;
        }
    }

    /** Milliseconds as a number, or an ISO-8601 duration. */
    public Duration duration() {
        try {
            if (value instanceof Num num && isLong(num.value())) {
                return Duration.ofMillis(num.value().longValueExact());
            }
            if (value instanceof Text text) {
                return Duration.parse(text.value());
            }
        } catch (DateTimeException unreadable) {
            // Said below, as for values that are no durations at all.
        }
        faults.wrong("invalid_duration", pointer, "a duration is a number of milliseconds, or text such as PT30S");
        return Duration.ofSeconds(1);
    }

    /** Records that something else than {@code what} stands here. */
    public void expected(String what) {
        faults.wrong("wrong_type", pointer, "expected " + what + ", but found " + kind());
    }

    private String kind() {
        return value.match(Kind.NAMES);
    }

    boolean isNull() {
        return value instanceof Null;
    }
}
