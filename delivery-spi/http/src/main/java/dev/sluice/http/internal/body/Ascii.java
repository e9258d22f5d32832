package dev.sluice.http.internal.body;

import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.gcardone.junidecode.Junidecode;

/** Text in the letters of ASCII that come nearest. */
public final class Ascii {
    private Ascii() {}

    /** {@code value} with all its text in ASCII; names stay. */
    public static Value of(Value value) {
        Value plain = Plain.of(value);
        if (plain instanceof Text text) {
            return new Text(Junidecode.unidecode(text.value()));
        }
        if (plain instanceof Arr arr) {
            List<Value> elements = new ArrayList<>();
            arr.forEach(element -> elements.add(of(element)));
            return Arr.of(elements);
        }
        return plain instanceof Obj obj ? of(obj) : plain;
    }

    /** {@code obj} with all its text in ASCII; names stay. */
    public static Obj of(Obj obj) {
        Map<String, Value> members = new LinkedHashMap<>();
        obj.members().forEach((name, value) -> members.put(name, of(value)));
        return Obj.of(members);
    }
}
