package dev.sluice.store.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.StoreException;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import dev.sluice.types.Arr;
import dev.sluice.types.FieldType;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Pii;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class EventCodecTest {
    private static final StreamId LEAD = new StreamId("default", "lead_1");
    private static final Instant AT = Instant.parse("2026-11-21T10:15:30.123Z");
    private final EventCodec codec = EventCodec.of(name -> Optional.empty());

    static LongStream seeds() {
        Long seed = Long.getLong("seed");
        return seed == null ? LongStream.range(0, 500) : LongStream.of(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_stream_reads_back_as_it_was_written(long seed) {
        List<Event> written = new RandomData(seed).stream(LEAD);

        List<Event> read = codec.decode(chained(written));

        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < read.size(); i++) {
            Same.events(read.get(i), written.get(i));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_stream_written_in_several_runs_reads_the_same(long seed) {
        List<Event> written = new RandomData(seed).stream(LEAD);
        List<StoredEvent> stored = new ArrayList<>(chained(written.subList(0, 3), Chain.START));
        stored.addAll(chained(written.subList(3, 8), stored.get(2).hash()));

        List<Event> read = codec.decode(stored);

        for (int i = 0; i < read.size(); i++) {
            Same.events(read.get(i), written.get(i));
        }
        assertThat(Chain.firstBroken(stored)).isEmpty();
    }

    @Test
    void values_get_the_types_that_the_reader_knows() {
        FieldType phone = new MaskedType("phone", Pii.PERSONAL, Shape.of("prefix", "area"));
        Typed typed = Typed.valid(
                phone, new Text("(512) 555-0123"), new Text("5125550123"), Value.missing(), new Text("512"));

        Event read = EventCodec.of(name -> name.equals("phone") ? Optional.of(phone) : Optional.empty())
                .decode(chained(List.of(event(1, lead("phone_1", typed), null))))
                .get(0);

        assertThat(read.snapshot().get("lead.phone_1")).isEqualTo(typed);
        assertThat(((Typed) read.snapshot().get("lead.phone_1")).type()).isSameAs(phone);
    }

    @Test
    void a_type_that_lost_a_component_since_does_not_lose_the_stored_one() {
        FieldType then = new MaskedType("phone", Pii.PERSONAL, Shape.of("area", "old"));
        FieldType now = new MaskedType("phone", Pii.PERSONAL, Shape.of("area"));
        Typed typed = Typed.valid(then, new Text("5"), new Text("5"), new Text("512"), new Text("kept"));

        Event read = EventCodec.of(name -> Optional.of(now))
                .decode(chained(List.of(event(1, lead("phone_1", typed), null))))
                .get(0);

        assertThat(read.snapshot().get("lead.phone_1.old")).isEqualTo(new Text("kept"));
        assertThat(read.snapshot().get("lead.phone_1.area")).isEqualTo(new Text("512"));
    }

    @Test
    void secret_values_enter_the_log_as_masks_only() {
        FieldType ssn = new MaskedType("ssn", Pii.SECRET, Shape.EMPTY);
        Typed secret = Typed.valid(ssn, new Text("078-05-1120"), new Text("078051120"));
        Event event = Event.of(LEAD, 1, EventType.SOURCE_SUBMITTED, AT)
                .snapshot(lead("ssn", secret).with(Section.VARS, Obj.EMPTY.with("pin", new Text("4711"))), null)
                .facts(Obj.EMPTY.with("nested", Value.list(List.of(secret))))
                .detail(Obj.EMPTY.with("request", Obj.EMPTY.with("s", secret)))
                .input(Lead.from("web").with("pin", "4711").with("social", secret))
                .secretNames(Set.of("pin"))
                .build();

        StoredEvent stored = chained(List.of(event)).get(0);

        assertThat(text(stored.clear()) + text(stored.detail()) + stored.columns())
                .doesNotContain("078", "1120", "4711")
                .contains("hidden");
        Typed read = (Typed) codec.decode(List.of(stored)).get(0).snapshot().get("lead.ssn");
        assertThat(read.masked()).isTrue();
        assertThat(read.valid()).isTrue();
    }

    @Test
    void a_type_that_cannot_mask_hides_everything() {
        FieldType broken = new MaskedType("broken", Pii.SECRET, Shape.of("part"));
        Typed secret = Typed.valid(broken, new Text("s3cret"), new Text("s3cret"), new Text("s3cret"));

        StoredEvent stored = chained(List.of(event(1, lead("x", secret), null))).get(0);

        assertThat(text(stored.clear())).doesNotContain("s3cret").contains("***");
    }

    @Test
    void what_a_newer_version_wrote_to_a_section_of_its_own_stays_readable() {
        StoredEvent stored = new StoredEvent(
                LEAD,
                1,
                Map.of("type", "filter.passed", "at", "1000", "v", "2"),
                "{\"full\":true,\"set\":{\"lead\":{\"a\":1},\"orbit\":{\"moon\":2}},\"gone\":{\"orbit\":[\"sun\"]}}"
                        .getBytes(StandardCharsets.UTF_8),
                new byte[0],
                new byte[0],
                new byte[0]);

        Event read = codec.decode(List.of(stored)).get(0);

        assertThat(read.snapshot().get("lead.a").text()).isEqualTo("1");
        assertThat(read.facts().get("set").part("orbit").part("moon").text()).isEqualTo("2");
        assertThat(read.facts().get("gone").part("orbit")).isEqualTo(Arr.of(List.of(new Text("sun"))));
    }

    @Test
    void members_written_by_a_newer_version_stay_readable() {
        StoredEvent stored = new StoredEvent(
                LEAD,
                1,
                Map.of("type", "lead.teleported", "at", "1000", "v", "2", "planet", "mars"),
                "{\"full\":true,\"gravity\":{\"g\":0.38},\"facts\":{\"a\":1}}".getBytes(StandardCharsets.UTF_8),
                new byte[0],
                new byte[0],
                new byte[0]);

        Event read = codec.decode(List.of(stored)).get(0);

        assertThat(read.type().text()).isEqualTo("lead.teleported");
        assertThat(read.facts().get("gravity").part("g").text()).isEqualTo("0.38");
        assertThat(read.facts().get("a").text()).isEqualTo("1");
    }

    @Test
    void broken_bytes_name_the_event_and_show_no_content() {
        StoredEvent stored = new StoredEvent(
                LEAD,
                7,
                Map.of("type", "x"),
                "{\"set\":{\"lead\":{\"email\":\"a@b.c\"".getBytes(StandardCharsets.UTF_8),
                new byte[0],
                new byte[0],
                new byte[0]);

        assertThatThrownBy(() -> codec.decode(List.of(stored)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("event 7 of lead_1")
                .hasMessageNotContaining("a@b.c");
    }

    @Test
    void data_nested_without_end_is_cut_and_harms_nothing() {
        Value deep = new Text("bottom");
        for (int i = 0; i < 5_000; i++) {
            deep = Obj.EMPTY.with("d", deep);
        }

        Event read =
                codec.decode(chained(List.of(event(1, lead("x", deep), null)))).get(0);

        assertThat(read.snapshot().get("lead.x.d.d.d")).isInstanceOf(Obj.class);
    }

    @Test
    void a_page_of_many_streams_has_whole_snapshots() {
        List<Event> one = new RandomData(1).stream(new StreamId("default", "lead_a"));
        List<Event> two = new RandomData(2).stream(new StreamId("default", "lead_b"));
        List<StoredEvent> storedOne = chained(one);
        List<StoredEvent> storedTwo = chained(two);

        List<Event> page = codec.decode(
                List.of(storedOne.get(4), storedTwo.get(0), storedOne.get(5)),
                Past.of(stream -> stream.id().equals("lead_a") ? storedOne : List.of()));

        Same.events(page.get(0), one.get(4));
        Same.events(page.get(1), two.get(0));
        Same.events(page.get(2), one.get(5));
    }

    @Test
    void the_chain_shows_each_change_of_a_stream() {
        List<StoredEvent> stream = chained(new RandomData(3).stream(LEAD));
        StoredEvent third = stream.get(2);
        List<StoredEvent> changed = new ArrayList<>(stream);
        changed.set(
                2,
                new StoredEvent(
                        LEAD, 3, Map.of("type", "other"), third.clear(), third.sealed(), third.detail(), third.hash()));
        List<StoredEvent> swapped = new ArrayList<>(stream);
        swapped.set(1, stream.get(2));
        swapped.set(2, stream.get(1));
        List<StoredEvent> removed = new ArrayList<>(stream);
        removed.remove(3);

        assertThat(Chain.firstBroken(stream)).isEmpty();
        assertThat(Chain.firstBroken(changed)).hasValue(3);
        assertThat(Chain.firstBroken(swapped)).hasValue(2);
        assertThat(Chain.firstBroken(removed)).hasValue(4);
    }

    @Test
    void a_lead_of_eight_events_takes_a_quarter_of_eight_full_snapshots() {
        List<Event> events = journey();
        List<Event> allFull = new ArrayList<>();
        events.forEach(event -> allFull.add(event(event.seq(), events.get(7).snapshot(), null)));

        assertThat(size(chained(events)) * 4).isLessThanOrEqualTo(size(chained(allFull)));
    }

    /** As a lead goes: the raw input, all parsed fields at acceptance, then what each step adds. */
    private static List<Event> journey() {
        List<Event> events = new ArrayList<>();
        events.add(Event.of(LEAD, 1, EventType.SOURCE_SUBMITTED, AT)
                .input(Lead.from("web-form-a").with(raw(40)))
                .build());
        Scope now = Scope.EMPTY.with(Section.LEAD, fields(40));
        events.add(event(2, now, null));
        for (int seq = 3; seq <= 8; seq++) {
            Scope before = now;
            Obj answers = now.section(Section.APPENDED).with("step_" + seq, Obj.EMPTY.with("score", Value.number(seq)));
            Obj steps = now.section(Section.STEPS).with("s" + seq, Value.text("success"));
            now = now.with(Section.APPENDED, answers).with(Section.STEPS, steps);
            events.add(event(seq, now, before));
        }
        return events;
    }

    private static Map<String, Value> raw(int count) {
        Map<String, Value> raw = new LinkedHashMap<>();
        fields(count)
                .members()
                .forEach((name, value) -> raw.put(name, value.part("raw").isMissing() ? value : value.part("raw")));
        return raw;
    }

    private static long size(List<StoredEvent> events) {
        return events.stream()
                .mapToLong(event -> event.clear().length + event.detail().length)
                .sum();
    }

    private static Obj fields(int count) {
        FieldType type = new MaskedType("email", Pii.PERSONAL, Shape.of("user", "domain", "host"));
        Obj fields = Obj.EMPTY;
        for (int i = 0; i < count; i++) {
            fields = fields.with(
                    "field_" + i,
                    i % 4 == 0
                            ? Typed.valid(
                                    type,
                                    new Text("John" + i + "@Example.com"),
                                    new Text("john" + i + "@example.com"),
                                    new Text("john" + i),
                                    new Text("example.com"),
                                    new Text("example"))
                            : new Text("some value " + i));
        }
        return fields;
    }

    private List<StoredEvent> chained(List<Event> run) {
        return chained(run, Chain.START);
    }

    private List<StoredEvent> chained(List<Event> run, byte[] before) {
        List<StoredEvent> stored = new ArrayList<>();
        byte[] previous = before;
        for (EncodedEvent event : codec.encode(run)) {
            StoredEvent next = event.after(previous);
            stored.add(next);
            previous = next.hash();
        }
        return stored;
    }

    private static Event event(long seq, Scope now, Scope before) {
        return Event.of(LEAD, seq, EventType.FILTER_PASSED, AT)
                .context(new Event.Context("solar", 3, "a".repeat(64), "web-form-a", false, "sluice 0.1 phone 9.0.43"))
                .step("s" + seq)
                .outcome(Outcome.SUCCESS)
                .next("s" + (seq + 1))
                .snapshot(now, before)
                .build();
    }

    private static Scope lead(String name, Value value) {
        return Scope.EMPTY.with(Section.LEAD, Obj.EMPTY.with(name, value));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private record MaskedType(String name, Pii pii, Shape parts) implements FieldType {
        @Override
        public Typed parse(Value input, Parsing parsing) {
            throw new AssertionError("stored values are never parsed");
        }

        @Override
        public Set<String> operators() {
            return Set.of();
        }

        @Override
        public Typed mask(Typed value) {
            if (name.equals("broken")) {
                throw new IllegalStateException("cannot mask");
            }
            return value.masked(new Text("hidden"), new Text("hidden"));
        }
    }
}
