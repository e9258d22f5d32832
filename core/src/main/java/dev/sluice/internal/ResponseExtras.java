package dev.sluice.internal;

import dev.sluice.DeliveryReport;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.ResponseExtra;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Lead;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Further members of an answer, made of what was recorded; never a value that the source sent. */
public final class ResponseExtras {
    private static final int WARNINGS = 20;
    private static final int NAME = 60;

    private final Set<ResponseExtra> included;
    private final Set<String> understood;

    /** @param understood the names that the source may send, by fields and mappings */
    public ResponseExtras(Set<ResponseExtra> included, Set<String> understood) {
        this.included = included;
        this.understood = Set.copyOf(understood);
    }

    Obj addTo(Obj answer, Answers.Told told) {
        Obj all = answer;
        for (ResponseExtra extra : included) {
            all = all.with(name(extra), value(extra, told));
        }
        return all;
    }

    private static String name(ResponseExtra extra) {
        return switch (extra) {
            case ACCEPTED -> "accepted";
            case FIELD_ERRORS -> "field_errors";
            case DELIVERIES -> "deliveries";
            case WARNINGS -> "warnings";
            case DURATION -> "duration_ms";
            case TIMESTAMP -> "timestamp";
        };
    }

    private Value value(ResponseExtra extra, Answers.Told told) {
        return switch (extra) {
            case ACCEPTED -> Value.bool(told.outcome() == Outcome.SUCCESS);
            case FIELD_ERRORS -> fieldErrors(told.events());
            case DELIVERIES -> deliveries(told.deliveries());
            case WARNINGS -> warnings(told.events());
            case DURATION -> duration(told.events());
            case TIMESTAMP ->
                told.events().isEmpty()
                        ? Value.missing()
                        : Moment.of(told.events().get(0).at());
        };
    }

    private static Value duration(List<Event> events) {
        if (events.isEmpty()) {
            return Value.missing();
        }
        long start = events.get(0).at().toEpochMilli();
        return Num.of(events.get(events.size() - 1).at().toEpochMilli() - start);
    }

    private static Value fieldErrors(List<Event> events) {
        Map<String, Value> errors = new LinkedHashMap<>();
        for (Event event : events) {
            if (isVerdict(event)) {
                event.validation().members().forEach((field, verdict) -> {
                    if (verdict.part("valid") != Bool.TRUE) {
                        errors.put(field, verdict.part("problem"));
                    }
                });
                String missing = event.facts().get("missing_field").text();
                if (!missing.isEmpty()) {
                    Obj problem = Obj.EMPTY.with("code", new Text("missing"));
                    errors.put(missing, problem.with("text", new Text("is required")));
                }
            }
        }
        return Obj.of(errors);
    }

    private static boolean isVerdict(Event event) {
        return event.type().equals(EventType.SOURCE_ACCEPTED) || event.type().equals(EventType.SOURCE_REJECTED);
    }

    private static Value deliveries(List<DeliveryReport> reports) {
        List<Value> all = new ArrayList<>(reports.size());
        for (DeliveryReport report : reports) {
            Obj one = Obj.EMPTY
                    .with("recipient", new Text(report.name()))
                    .with("outcome", new Text(report.outcome().text()))
                    .with("reason", report.reason().<Value>map(Text::new).orElse(Value.missing()));
            all.add(one.with("price", Num.of(report.price())));
        }
        return Arr.of(all);
    }

    private Value warnings(List<Event> events) {
        List<Value> warnings = new ArrayList<>();
        for (Event event : events) {
            event.input().ifPresent(input -> unknown(input, warnings));
            if (isVerdict(event) && event.detail().get("mapping_faults") instanceof Arr faults) {
                faults.forEach(fault ->
                        add(warnings, "Mapping of " + fault.part("property").text() + " failed"));
            }
        }
        return Arr.of(warnings);
    }

    private void unknown(Lead input, List<Value> warnings) {
        for (String name : input.names()) {
            if (!understood.contains(name)) {
                add(warnings, "Unknown field: " + (name.length() <= NAME ? name : name.substring(0, NAME) + "..."));
            }
        }
    }

    private static void add(List<Value> warnings, String text) {
        if (warnings.size() < WARNINGS) {
            warnings.add(new Text(text));
        }
    }
}
