package dev.sluice.report;

import dev.sluice.event.Event;
import dev.sluice.event.FieldPrivacy;
import dev.sluice.event.Recipients;
import dev.sluice.rules.Finding;
import dev.sluice.types.Num;
import dev.sluice.types.Scope;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tallies of a report, by what its rows are of. For one thread. */
final class Groups {
    /** More rows than anybody reads; a group is a few kilobytes. */
    static final int MOST = 100_000;

    private final List<Dimension> dimensions;
    private final ZoneId zone;
    private final Map<String, FieldPrivacy> declared;
    private final Map<List<Value>, Tally> tallies = new HashMap<>();
    private final Map<TimeDimension, Stretch> lately = new HashMap<>();
    private final Tally total = new Tally();

    Groups(List<Dimension> dimensions, ZoneId zone, Map<String, FieldPrivacy> declared) {
        this.dimensions = dimensions;
        this.zone = zone;
        this.declared = declared;
    }

    /** The name of a stretch of time and the minute that it was last asked for. */
    private record Stretch(long minute, Value name) {}

    Map<List<Value>, Tally> tallies() {
        return tallies;
    }

    Tally total() {
        return total;
    }

    /** The group of an event; null when it belongs to none. */
    @Nullable Tally of(Event event, Scope lead, Recipients buyers) {
        Value[] key = new Value[dimensions.size()];
        for (int i = 0; i < key.length; i++) {
            Value group = dimensions.get(i) instanceof EventDimension ofEvent
                    ? said(ofEvent, event, buyers)
                    : group(dimensions.get(i), i, event, lead);
            if (group == null) {
                return null;
            }
            key[i] = group;
        }
        List<Value> group = List.of(key);
        Tally known = tallies.get(group);
        return known == null ? add(group) : known;
    }

    Tally add(List<Value> group) {
        if (tallies.size() >= MOST) {
            String text = "the report has more than " + MOST + " groups; group by something coarser, or filter";
            throw new InvalidReportException(List.of(Finding.error("too_many_groups", "/groupBy", text)));
        }
        return tallies.computeIfAbsent(group, key -> new Tally());
    }

    private static @Nullable Value said(EventDimension dimension, Event event, Recipients buyers) {
        Value group = dimension.of(event, buyers);
        return group.isMissing() && dimension.leavesOut() ? null : group;
    }

    private Value group(Dimension dimension, int place, Event event, Scope lead) {
        if (dimension instanceof TimeDimension time) {
            return stretch(time, event.at());
        }
        if (dimension instanceof FieldDimension field) {
            return field(field, place, lead);
        }
        RangeDimension ranges = (RangeDimension) dimension;
        return number(lead.get(ranges.path()))
                .<Value>map(number -> new Text(ranges.of(number)))
                .orElse(Value.missing());
    }

    private Value stretch(TimeDimension time, Instant at) {
        long minute = Math.floorDiv(at.getEpochSecond(), 60L);
        Stretch known = lately.get(time);
        if (known == null || known.minute() != minute) {
            known = new Stretch(minute, new Text(time.of(at.atZone(zone))));
            lately.put(time, known);
        }
        return known.name();
    }

    private Value field(FieldDimension field, int place, Scope lead) {
        Value value = lead.get(field.id());
        if (value.isAbsent()) {
            return Value.missing();
        }
        if (!Publicity.allows(field.id(), lead, declared)) {
            String text = "leads cannot be grouped by '" + field.id()
                    + "', which is personal as a whole; group by a part of it such as its domain or area, or by ranges";
            throw new InvalidReportException(List.of(Finding.error("personal_group", "/groupBy/" + place, text)));
        }
        return new Text(value instanceof Typed typed ? typed.normal().text() : value.text());
    }

    private static Optional<BigDecimal> number(Value value) {
        Value plain = value instanceof Typed typed ? typed.normal() : value;
        return plain instanceof Num num ? Optional.of(num.value()) : Optional.empty();
    }
}
