package dev.sluice.partner;

import dev.sluice.json.ValueJson;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the audit log of one connection adds up to, kept beside it so that nobody has to read the log for it.
 *
 * @param at when the last event was: no later one is earlier
 * @param sent what has passed, by the account that sent it
 */
record Diary(Instant at, Map<String, Usage> sent) {
    static final Diary EMPTY = new Diary(Instant.EPOCH, Map.of());

    Diary {
        sent = Map.copyOf(sent);
    }

    Usage of(String sender) {
        return sent.getOrDefault(sender, Usage.NONE);
    }

    Diary at(Instant moment) {
        return new Diary(moment.isBefore(at) ? at : moment, sent);
    }

    Diary with(String sender, Usage usage) {
        Map<String, Usage> more = new TreeMap<>(sent);
        more.put(sender, usage);
        return new Diary(at, more);
    }

    String text() {
        Obj all = Obj.EMPTY;
        for (Map.Entry<String, Usage> one : new TreeMap<>(sent).entrySet()) {
            all = all.with(one.getKey(), body(one.getValue()));
        }
        return ValueJson.write(Obj.EMPTY.with("at", new Text(at.toString())).with("sent", all));
    }

    private static Obj body(Usage usage) {
        return Obj.EMPTY
                .with("leads", Num.of(usage.leads()))
                .with("accepted", Num.of(usage.accepted()))
                .with("rejected", Num.of(usage.rejected()))
                .with("millis", Num.of(usage.millis()))
                .with("first", new Text(usage.first().orElseThrow().toString()))
                .with("last", new Text(usage.last().orElseThrow().toString()));
    }

    static Diary read(String text) {
        Value body = ValueJson.read(text);
        Map<String, Usage> sent = new TreeMap<>();
        if (body.part("sent") instanceof Obj all) {
            all.members().forEach((sender, one) -> sent.put(sender, usage(one)));
        }
        return new Diary(Instant.parse(body.part("at").text()), sent);
    }

    private static Usage usage(Value body) {
        return new Usage(
                number(body, "leads"),
                number(body, "accepted"),
                number(body, "rejected"),
                number(body, "millis"),
                Optional.of(Instant.parse(body.part("first").text())),
                Optional.of(Instant.parse(body.part("last").text())));
    }

    private static long number(Value body, String name) {
        return Long.parseLong(body.part(name).text());
    }
}
