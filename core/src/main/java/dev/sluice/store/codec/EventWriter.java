package dev.sluice.store.codec;

import dev.sluice.event.Event;
import dev.sluice.types.ChangeSink;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clear part of an event: what the columns do not say, and the difference of its snapshot to the one before. */
final class EventWriter {
    private static final byte[] NOTHING = new byte[0];

    private final JsonBytes out = new JsonBytes();
    private final ValueWriter values = new ValueWriter(out);
    private final Event event;
    private final boolean sealing;
    private final Map<Section, List<Change>> sealedSet;
    private final Map<Section, List<String>> sealedGone;

    private EventWriter(Event event, boolean sealing) {
        this.event = event;
        this.sealing = sealing;
        this.sealedSet = sealing ? new EnumMap<>(Section.class) : Map.of();
        this.sealedGone = sealing ? new EnumMap<>(Section.class) : Map.of();
    }

    /**
     * The two parts of what an event says.
     *
     * @param sealed what has to be sealed; empty when nothing has to
     */
    record Parts(byte[] clear, byte[] sealed) {}

    /**
     * @param exact columns that cannot hold their value exactly
     * @param previous the event right before, when it is written together with this one
     * @param sealing whether personal values go into a part of their own
     */
    static Parts of(Event event, Map<String, String> exact, @Nullable Event previous, boolean sealing) {
        EventWriter writer = new EventWriter(event, sealing);
        writer.out.open('{');
        writer.context(previous);
        writer.exact(exact);
        event.next().ifPresent(next -> writer.out.name("next").text(next));
        writer.snapshot();
        writer.object("facts", event.facts());
        event.input().ifPresent(writer::input);
        return new Parts(writer.out.close('}').toBytes(), writer.sealed());
    }

    private byte[] sealed() {
        boolean input = sealing && event.input().isPresent();
        if (sealedSet.isEmpty() && sealedGone.isEmpty() && !input) {
            return NOTHING;
        }
        EventWriter writer = new EventWriter(event, false);
        writer.out.open('{');
        writer.changes(sealedSet, sealedGone);
        if (input) {
            writer.out.name("input").open('{');
            event.input().ifPresent(writer::data);
            writer.out.close('}');
        }
        return writer.out.close('}').toBytes();
    }

    static byte[] detail(Event event) {
        if (event.detail().isBlank()) {
            return new byte[0];
        }
        JsonBytes out = new JsonBytes();
        new ValueWriter(out).write(event.detail());
        return out.toBytes();
    }

    private void context(@Nullable Event previous) {
        boolean known = previous != null
                && event.before().isPresent()
                && event.context().equals(previous.context());
        if (!known) {
            out.name("flow_hash").text(event.context().flowHash());
            out.name("engine").text(event.context().engine());
        }
    }

    private void exact(Map<String, String> exact) {
        if (!exact.isEmpty()) {
            out.name("exact").open('{');
            exact.forEach((name, text) -> out.name(name).text(text));
            out.close('}');
        }
    }

    private void snapshot() {
        if (event.before().isEmpty()) {
            out.name("full").token("true");
        }
        Difference difference = new Difference();
        event.snapshot().diff(event.before().orElse(Scope.EMPTY), difference);
        if (sealing && difference.gone.containsKey(Section.LEAD)) {
            sealedGone.put(Section.LEAD, difference.gone.remove(Section.LEAD));
        }
        changes(difference.set, difference.gone);
    }

    private void changes(Map<Section, List<Change>> set, Map<Section, List<String>> gone) {
        if (!set.isEmpty()) {
            out.name("set").open('{');
            set.forEach(this::section);
            out.close('}');
        }
        if (!gone.isEmpty()) {
            out.name("gone").open('{');
            gone.forEach(this::gone);
            out.close('}');
        }
    }

    private void section(Section section, List<Change> changes) {
        out.name(section.path()).open('{');
        for (Change change : changes) {
            if (sealing && isPersonal(section, change)) {
                sealed(section, change);
            } else {
                values.member(change.name(), shown(change.name(), change.now()));
            }
        }
        out.close('}');
    }

    private boolean isPersonal(Section section, Change change) {
        return Personal.isValue(section, change.name(), change.now())
                || (section == Section.LEAD && event.personalNames().contains(change.name()));
    }

    /** Leaves a mark where the value was; not of a name that may tell of a person itself. */
    private void sealed(Section section, Change change) {
        sealedSet.computeIfAbsent(section, s -> new ArrayList<>()).add(change);
        if (!Personal.isName(section, change.now())) {
            values.sealed(change.name());
        }
    }

    private void gone(Section section, List<String> names) {
        out.name(section.path()).open('[');
        names.forEach(out::text);
        out.close(']');
    }

    private void object(String name, Obj obj) {
        if (!obj.isBlank()) {
            out.name(name);
            values.write(obj);
        }
    }

    private void input(Lead lead) {
        out.name("input").open('{').name("source").text(lead.source());
        lead.submittedAt().ifPresent(at -> out.name("submitted_at").text(at.toString()));
        if (lead.isTest()) {
            out.name("test").token("true");
        }
        if (!sealing) {
            data(lead);
        }
        out.close('}');
    }

    private void data(Lead lead) {
        object("details", lead.details());
        out.name("data").open('{');
        for (int i = 0; i < lead.size(); i++) {
            values.member(lead.name(i), shown(lead.name(i), lead.value(i)));
        }
        out.close('}');
    }

    private Value shown(String name, Value value) {
        return event.secretNames().contains(name) ? Secrets.mask(value) : value;
    }

    private record Change(String name, Value now) {}

    private static final class Difference implements ChangeSink {
        private final Map<Section, List<Change>> set = new EnumMap<>(Section.class);
        private final Map<Section, List<String>> gone = new EnumMap<>(Section.class);

        @Override
        public void set(Section section, String name, Value now) {
            set.computeIfAbsent(section, s -> new ArrayList<>()).add(new Change(name, now));
        }

        @Override
        public void removed(Section section, String name) {
            gone.computeIfAbsent(section, s -> new ArrayList<>()).add(name);
        }
    }
}
