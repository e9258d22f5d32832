package dev.sluice.internal.caps;

import dev.sluice.flow.CapWindow;
import dev.sluice.flow.TimeUnit;
import dev.sluice.internal.caps.CapPlan.Carried;
import dev.sluice.json.ValueJson;
import dev.sluice.store.CounterKey;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The records of a flow's caps as the text of a document. */
public final class CapRecords {
    private CapRecords() {}

    public static String write(Map<String, CapRecord> records) {
        Map<String, Value> members = new LinkedHashMap<>();
        records.forEach((key, record) -> members.put(key, write(record)));
        return ValueJson.canonical(Obj.of(members));
    }

    private static Value write(CapRecord record) {
        return Obj.EMPTY
                .with("epoch", Value.number(record.epoch()))
                .with("rules", Value.text(record.rules()))
                .with("quantity", Value.text(record.quantity()))
                .with("window", Value.text(text(record.window())))
                .with("zone", Value.text(record.zone().getId()))
                .with("removed", Value.bool(record.removed()))
                .with(
                        "carried",
                        Value.list(
                                record.carried().stream().map(CapRecords::write).toList()));
    }

    private static Value write(Carried carried) {
        return Obj.EMPTY
                .with("account", Value.text(carried.counter().account()))
                .with("key", Value.text(carried.counter().key()))
                .with("window", Value.text(carried.counter().window()))
                .with("from", Value.text(carried.from().toString()))
                .with("until", Value.text(carried.until().toString()));
    }

    private static String text(CapWindow window) {
        if (window instanceof CapWindow.Calendar calendar) {
            return "each " + calendar.length().value() + " "
                    + calendar.length().interval().text();
        }
        return window instanceof CapWindow.Rolling rolling
                ? "last " + rolling.length().value() + " "
                        + rolling.length().interval().text()
                : "total";
    }

    public static Map<String, CapRecord> read(String text) {
        Map<String, CapRecord> records = new LinkedHashMap<>();
        ((Obj) ValueJson.read(text)).members().forEach((key, record) -> records.put(key, record(record)));
        return records;
    }

    private static CapRecord record(Value record) {
        List<Carried> carried = new ArrayList<>();
        ((Arr) record.part("carried")).forEach(each -> carried.add(carried(each)));
        return new CapRecord(
                Integer.parseInt(record.part("epoch").text()),
                record.part("rules").text(),
                record.part("quantity").text(),
                window(record.part("window").text().split(" ")),
                ZoneId.of(record.part("zone").text()),
                record.part("removed").text().equals("true"),
                carried);
    }

    private static Carried carried(Value each) {
        CounterKey counter = new CounterKey(
                each.part("account").text(),
                each.part("key").text(),
                each.part("window").text());
        return new Carried(
                counter,
                Instant.parse(each.part("from").text()),
                Instant.parse(each.part("until").text()));
    }

    private static CapWindow window(String[] words) {
        if (words[0].equals("total")) {
            return CapWindow.TOTAL;
        }
        int value = Integer.parseInt(words[1]);
        TimeUnit unit = TimeUnit.named(words[2]).orElseThrow();
        return words[0].equals("last") ? CapWindow.last(value, unit) : CapWindow.each(value, unit);
    }
}
