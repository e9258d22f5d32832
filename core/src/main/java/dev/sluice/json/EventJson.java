package dev.sluice.json;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Event;
import dev.sluice.event.FieldPrivacy;
import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Moment;
import dev.sluice.types.Null;
import dev.sluice.types.Obj;
import dev.sluice.types.Pii;
import dev.sluice.types.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Events as the JSON objects that people and other systems read: the core fields, what the type adds beside them, and
 * {@code lead}, all data of the lead at that moment under dotted names. Immutable and safe on any thread.
 *
 * <p>Personal values are masked unless {@link #clear()} is asked for; values of secret types are masked always.
 */
public final class EventJson {
    private static final EventJson MASKED = seenBy(Reader.of("somebody", Role.OPERATOR));
    private static final EventJson CLEAR = seenBy(Reader.of("somebody", Role.AUDITOR));

    private final Reader reader;

    private EventJson(Reader reader) {
        this.reader = reader;
    }

    /** As {@code reader} sees them. */
    public static EventJson seenBy(Reader reader) {
        return new EventJson(requireNonNull(reader, "reader"));
    }

    /** With masks as the types of the fields demand; what has no type counts as personal. */
    public static EventJson masked() {
        return MASKED;
    }

    /** With masks as the fields of {@code flow} demand, which may differ from their types. */
    public static EventJson masked(FlowDefinition flow, FieldTypes types) {
        return seenBy(MASKED.reader.of(privacy(requireNonNull(flow, "flow"), types)));
    }

    /** How private the fields of {@code flow} are, or else their types: what {@link Reader#of(Map)} wants. */
    public static Map<String, FieldPrivacy> privacy(FlowDefinition flow, FieldTypes types) {
        Map<String, FieldPrivacy> declared = new HashMap<>();
        for (FieldDefinition field : flow.allFields()) {
            Pii own = field.pii();
            types.named(field.type())
                    .map(FieldType::pii)
                    .map(standard -> new FieldPrivacy(own == null ? standard : own, field.mask()))
                    .ifPresent(privacy -> declared.put(field.id(), privacy));
        }
        return declared;
    }

    /** With personal values as they are, and with requests and responses. For those who may see them. */
    public static EventJson clear() {
        return CLEAR;
    }

    /** The event on one line. */
    public String write(Event event) {
        return ValueJson.write(object(event));
    }

    /** The event as an object. */
    public Obj object(Event event) {
        return metadata(event).with("lead", Obj.of(reader.of(event.snapshot()).flat()));
    }

    /** The same without {@code lead}, for who has that from elsewhere. */
    public Obj metadata(Event event) {
        Map<String, Value> all = new LinkedHashMap<>();
        core(event, all);
        EventMembers.common(event, all);
        event.facts().members().forEach(all::putIfAbsent);
        reader.detail(event).members().forEach(all::putIfAbsent);
        event.input().ifPresent(lead -> all.put("data", reader.input(lead)));
        return Obj.of(all);
    }

    private static void core(Event event, Map<String, Value> all) {
        all.put("id", Value.text(event.id()));
        all.put("type", Value.text(event.type().text()));
        all.put("timestamp", Moment.of(event.at()));
        all.put("lead_id", Value.text(event.leadId()));
        all.put("flow_id", Value.text(event.context().flow()));
        all.put("entity_id", event.entity().map(Value::text).orElse(Null.NULL));
    }
}
