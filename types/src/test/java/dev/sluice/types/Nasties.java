package dev.sluice.types;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Input that breaks parsers. */
final class Nasties {
    private Nasties() {}

    static List<String> texts() {
        Stream<String> shipped = Json.lines("/vectors/unicode-and-value-nasties.jsonl")
                .map(row -> row.get("value").textValue());
        Stream<String> more = Stream.of(
                "",
                " ",
                "\u0000",
                "\ud800",
                "\udc00\ud800",
                "\u200f512\u200e7891111",
                "\u0661\u0662\u0663",
                "\uff11\uff12\uff13",
                "\ud83d\ude42",
                "I\u0307\u0130\u0131",
                "a".repeat(300) + "@example.com",
                ".".repeat(10_000),
                "a.".repeat(10_000) + "com",
                "http://" + "a.".repeat(10_000) + "com",
                "a@" + "b.".repeat(10_000) + "com",
                "(".repeat(10_000),
                "9".repeat(10_000),
                "1e999999999",
                "-999999999-01-01",
                "+999999999-12-31T23:59:60Z",
                "99/99/9999",
                "2/29/1900",
                "0000-00-00",
                "1".repeat(250),
                "+" + "1".repeat(249),
                "[::" + ":".repeat(100) + "]",
                "\"" + "\\".repeat(99) + "\"@x.y",
                "in 999999999 years",
                "999999 weeks ago",
                "2024-03-10T02:30:00 America/New_York",
                "1970-01-01T00:00:00+99:99",
                "105*cOO#4",
                "ed******/.)**/2mid)",
                "null",
                "NaN",
                "Infinity",
                "undefined",
                "[object Object]");
        return Stream.concat(shipped, more).toList();
    }

    static List<Value> others() {
        return List.of(
                Bool.TRUE,
                Bool.FALSE,
                Num.of(0),
                Num.of(-1),
                Num.of(new BigDecimal("1e400")),
                Num.of(new BigDecimal("1e-400")),
                Num.of(new BigDecimal("123.4500")),
                Moment.of(Instant.EPOCH),
                Moment.of(Instant.MAX),
                Moment.of(Instant.MIN),
                Moment.of(LocalDate.of(2000, 2, 29)),
                Moment.of(LocalDate.MAX),
                Moment.of(LocalDate.MIN),
                Obj.EMPTY,
                Obj.of(Map.of("a", Num.of(1))),
                Arr.of(List.of()),
                Arr.of(List.of(new Text("512-789-1111"), Null.NULL)),
                nested(60));
    }

    private static Value nested(int depth) {
        Value value = Num.of(1);
        for (int i = 0; i < depth; i++) {
            value = Arr.of(List.of(value));
        }
        return value;
    }
}
