package dev.sluice.delivery.testkit;

import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Data as it really comes, or as somebody sends it to do harm. */
final class HostileData {
    /** Stands for what no reason may repeat. */
    static final String PERSONAL = "Quux.Personal.4711";

    private HostileData() {}

    static Stream<Arguments> all() {
        Map<String, Obj> data = new LinkedHashMap<>();
        data.put("nothing at all", Obj.EMPTY);
        data.put("null", field(Value.text(null)));
        data.put("missing", field(Value.missing()));
        data.put("personal text", field(new Text(PERSONAL)));
        data.put("a megabyte of text", field(new Text("x".repeat(1 << 20))));
        data.put("control characters", field(new Text("a\u0000b\u001b\r\nHost: evil\r\n\r\n" + PERSONAL)));
        data.put("half a surrogate pair", field(new Text("\ud800" + PERSONAL)));
        data.put("script", field(new Text("<script>alert(1)</script>'; drop table lead; --{{" + PERSONAL + "}}")));
        data.put("formula", field(new Text("=cmd|' /C calc'!A0")));
        data.put("a huge number", field(Num.of(new BigDecimal("1e9999"))));
        data.put("an empty list", field(Value.list(List.of())));
        data.put("fifty levels", field(nested(50)));
        data.put("five hundred fields", many(500));
        data.put("odd names", Obj.of(Map.of("", new Text("x"), "a.b[0]", new Text("y"), "\u0000", new Text("z"))));
        return data.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static Obj field(Value value) {
        return Obj.EMPTY.with("email", value);
    }

    private static Value nested(int levels) {
        Value value = new Text("deep");
        for (int i = 0; i < levels; i++) {
            value = Obj.EMPTY.with("level", value);
        }
        return value;
    }

    private static Obj many(int count) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            members.put("field_" + i, new Text("value " + i));
        }
        return Obj.of(members);
    }
}
