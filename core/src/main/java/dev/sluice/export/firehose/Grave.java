package dev.sluice.export.firehose;

import dev.sluice.export.internal.Place;
import dev.sluice.json.JsonLimits;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A dead letter as the store keeps it: where its events stand in the log.
 *
 * @param letter what is told of it
 * @param from where its events begin
 * @param planned when the batch was planned
 */
record Grave(DeadLetter letter, Place from, Instant planned) {

    Grave redelivered() {
        DeadLetter now =
                new DeadLetter(letter.number(), letter.sequence(), letter.events(), letter.at(), letter.reason(), true);
        return new Grave(now, from, planned);
    }

    String text() {
        Map<String, Value> all = new LinkedHashMap<>();
        all.put("number", Value.number(letter.number()));
        all.put("sequence", Value.number(letter.sequence()));
        all.put("events", Value.number(letter.events()));
        all.put("at", Value.text(letter.at().toString()));
        all.put("reason", Value.text(letter.reason()));
        all.put("redelivered", Value.bool(letter.redelivered()));
        all.put("from", Hose.place(from));
        all.put("planned", Value.text(planned.toString()));
        return ValueJson.write(Obj.of(all));
    }

    static Grave read(String text) {
        Value all = ValueJson.read(text, JsonLimits.definition());
        DeadLetter letter = new DeadLetter(
                Hose.number(all.part("number")),
                Hose.number(all.part("sequence")),
                (int) Hose.number(all.part("events")),
                Instant.parse(all.part("at").text()),
                all.part("reason").text(),
                all.part("redelivered").text().equals("true"));
        return new Grave(
                letter,
                Hose.place(all.part("from")),
                Instant.parse(all.part("planned").text()));
    }
}
