package dev.sluice.export.firehose;

import dev.sluice.export.internal.Place;
import dev.sluice.json.JsonLimits;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Cursor;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream is, as the store keeps it.
 *
 * @param version counted up by each change, so that nobody writes over another's
 * @param from where the next batch begins
 * @param plan the batch that is on its way; null when there is none
 */
record Hose(
        long version,
        Place from,
        @Nullable Plan plan,
        long sequence,
        long captured,
        long delivered,
        long batches,
        long failed,
        long dead,
        int tries,
        @Nullable Instant reached,
        @Nullable String problem) {

    /**
     * A batch, fixed before it leaves: so many events from {@link Hose#from} on.
     *
     * @param count how many
     * @param to where the one after it begins
     * @param at when it was planned
     * @param last the moment of its last event
     */
    record Plan(int count, Place to, Instant at, Instant last) {}

    static Hose fresh() {
        return new Hose(0, Place.START, null, 1, 0, 0, 0, 0, 0, 0, null, null);
    }

    Hose at(Place place) {
        return new Hose(
                version, place, null, sequence, captured, delivered, batches, failed, dead, tries, reached, problem);
    }

    Hose with(Plan next) {
        return new Hose(
                version,
                from,
                next,
                sequence,
                captured + next.count(),
                delivered,
                batches,
                failed,
                dead,
                0,
                reached,
                problem);
    }

    Hose taken(Plan done) {
        return new Hose(
                version,
                done.to(),
                null,
                sequence + 1,
                captured,
                delivered + done.count(),
                batches + 1,
                failed,
                dead,
                0,
                done.last(),
                null);
    }

    Hose failed(String why) {
        return new Hose(
                version, from, plan, sequence, captured, delivered, batches, failed + 1, dead, tries + 1, reached, why);
    }

    Hose buried(Plan given) {
        return new Hose(
                version,
                given.to(),
                null,
                sequence + 1,
                captured,
                delivered,
                batches,
                failed,
                dead + 1,
                0,
                given.last(),
                problem);
    }

    Hose redelivered(int events) {
        return new Hose(
                version,
                from,
                plan,
                sequence,
                captured,
                delivered + events,
                batches + 1,
                failed,
                dead,
                tries,
                reached,
                problem);
    }

    Hose versioned(long number) {
        return new Hose(
                number, from, plan, sequence, captured, delivered, batches, failed, dead, tries, reached, problem);
    }

    FirehoseHealth health(String stream) {
        return new FirehoseHealth(stream, captured, delivered, batches, failed, dead, tries, reached, problem);
    }

    String text() {
        Map<String, Value> all = new LinkedHashMap<>();
        all.put("from", place(from));
        Plan on = plan;
        if (on != null) {
            Map<String, Value> way = new LinkedHashMap<>();
            way.put("count", Value.number(on.count()));
            way.put("to", place(on.to()));
            way.put("at", Value.text(on.at().toString()));
            way.put("last", Value.text(on.last().toString()));
            all.put("plan", Obj.of(way));
        }
        all.put("sequence", Value.number(sequence));
        all.put("captured", Value.number(captured));
        all.put("delivered", Value.number(delivered));
        all.put("batches", Value.number(batches));
        all.put("failed", Value.number(failed));
        all.put("dead", Value.number(dead));
        all.put("tries", Value.number(tries));
        all.put("reached", Value.text(reached == null ? null : reached.toString()));
        all.put("problem", Value.text(problem));
        return ValueJson.write(Obj.of(all));
    }

    static Value place(Place place) {
        return Obj.of(Map.of("cursor", Value.text(place.cursor().text()), "passed", Value.number(place.passed())));
    }

    static Place place(Value value) {
        return new Place(new Cursor(value.part("cursor").text()), number(value.part("passed")), false);
    }

    static Hose read(long version, String text) {
        Value all = ValueJson.read(text, JsonLimits.definition());
        return new Hose(
                version,
                place(all.part("from")),
                all.part("plan").isMissing() ? null : plan(all.part("plan")),
                number(all.part("sequence")),
                number(all.part("captured")),
                number(all.part("delivered")),
                number(all.part("batches")),
                number(all.part("failed")),
                number(all.part("dead")),
                (int) number(all.part("tries")),
                all.part("reached").isAbsent()
                        ? null
                        : Instant.parse(all.part("reached").text()),
                all.part("problem").isAbsent() ? null : all.part("problem").text());
    }

    private static Plan plan(Value all) {
        return new Plan(
                (int) number(all.part("count")),
                place(all.part("to")),
                Instant.parse(all.part("at").text()),
                Instant.parse(all.part("last").text()));
    }

    static long number(Value value) {
        return value instanceof Num num ? num.value().longValueExact() : 0;
    }
}
