package dev.sluice.export;

import dev.sluice.event.Role;
import dev.sluice.json.ExportPlanJson;
import dev.sluice.json.JsonLimits;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A plan as the store keeps it.
 *
 * @param version counted up by each change
 * @param next the time of its next export; null when there is none
 * @param from the end of what was exported before the last export; null for the beginning
 * @param to the end of the last export; null before it
 * @param job the last export; empty before the first
 */
record PlanState(
        ExportPlan plan,
        long version,
        @Nullable Instant next,
        @Nullable Instant from,
        @Nullable Instant to,
        long exports,
        String job) {

    /** A plan that is new, or in place of another. */
    static PlanState of(ExportPlan plan, @Nullable PlanState before, Instant now) {
        if (before == null) {
            return new PlanState(plan, 1, next(plan, now), null, null, 0, "");
        }
        boolean same =
                before.next != null && plan.enabled() && before.plan.schedule().equals(plan.schedule());
        Instant next = same ? before.next : next(plan, now);
        return new PlanState(plan, before.version + 1, next, before.from, before.to, before.exports, before.job);
    }

    private static @Nullable Instant next(ExportPlan plan, Instant after) {
        return plan.enabled() ? plan.schedule().nextTime(after).orElse(null) : null;
    }

    /** After its export of the time {@code at}, which begins where {@code since} says. */
    PlanState asked(Instant at, @Nullable Instant since, String export) {
        return new PlanState(plan, version + 1, next(plan, at), since, at, exports + 1, export);
    }

    String text() {
        Map<String, Value> all = new LinkedHashMap<>();
        all.put("plan", Value.text(ExportPlanJson.write(plan)));
        put(all, "next", next);
        put(all, "from", from);
        put(all, "to", to);
        all.put("exports", Value.number(exports));
        all.put("job", Value.text(job));
        return ValueJson.write(Obj.of(all));
    }

    private static void put(Map<String, Value> all, String name, @Nullable Instant moment) {
        if (moment != null) {
            all.put(name, Value.text(moment.toString()));
        }
    }

    static PlanState read(long version, String text, Function<String, Role> roles) {
        Value all = ValueJson.read(text, JsonLimits.definition());
        return new PlanState(
                ExportPlanJson.read(all.part("plan").text(), roles),
                version,
                moment(all.part("next")),
                moment(all.part("from")),
                moment(all.part("to")),
                all.part("exports") instanceof Num num ? num.value().longValueExact() : 0,
                all.part("job").text());
    }

    private static @Nullable Instant moment(Value value) {
        return value.isAbsent() ? null : Instant.parse(value.text());
    }
}
