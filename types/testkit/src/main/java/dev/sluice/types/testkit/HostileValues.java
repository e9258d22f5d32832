package dev.sluice.types.testkit;

import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Moment;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Input that breaks parsers: half surrogate pairs, invisible and turning characters, digits of other scripts, capitals that
 * grow, numbers and years beyond range, ten thousand dots. What fuzzing found is kept here.
 */
final class HostileValues {
    private HostileValues() {}

    /** What is text. */
    static List<String> texts() {
        return List.of(
                "a\ud800b",
                "\ud83d\ude00",
                "\ud83c\uddfa\ud83c\uddf8",
                "e\u0301",
                "a\u0308\u0323",
                "a\u200bb@x.example",
                "ann\u200d",
                "\u2060",
                "\u202egnp.exe",
                "\u200f5125551234",
                "\u0391nn",
                "\u13a0nn",
                "\u0130",
                "\u00df",
                "\ufb01",
                "TITLE",
                "\u0967\u0968",
                "\u2460",
                "\u22125",
                "1\u00a0000",
                "\u066b",
                "\u3000ann",
                "\u180e",
                "\u2028ann",
                "\u0001",
                "\u007f",
                "\ufffe",
                "\ufffd",
                "\ufdfa".repeat(1_000),
                "ann@b\u00fccher.example",
                "\u00fc@x.example",
                "ann@x\u3002example",
                "Nu\u00f1ez",
                "\u674e\u5c0f\u9f99",
                "Null",
                "True",
                "-",
                "de la Cruz y Garc\u00eda",
                "a".repeat(100_000),
                "a.".repeat(5_000) + "example",
                "1e400",
                "1E999999999",
                "010",
                "+5",
                ".5",
                "1.7976931348623157e309",
                "9".repeat(1_000),
                "1,234.56",
                "12,34",
                "(5)",
                "5%",
                "2023-02-29",
                "99999-01-01",
                "01/02/03",
                "12/31/2024",
                "2024-11-03T01:30:00 America/New_York",
                "-1",
                "2016-12-31T23:59:60Z",
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
    }

    /** What is not text. */
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
