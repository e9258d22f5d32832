package dev.sluice.testkit;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.CounterKey;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Holder;
import dev.sluice.store.StreamId;
import dev.sluice.store.Wanted;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Lead;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Problem;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys and events that the contracts write. */
final class Samples {
    static final String ACCOUNT = "default";
    static final Instant AT = Instant.parse("2026-03-15T14:30:00.123Z");

    /** What the contracts plan. */
    static final Wanted WORK = new Wanted(ACCOUNT, Set.of("retry", "resume"));

    private Samples() {}

    static StreamId stream(String name) {
        return new StreamId(ACCOUNT, "lead_" + name);
    }

    static CounterKey counter(String name) {
        return new CounterKey(ACCOUNT, name, "2026-03-15T00:00:00Z");
    }

    static Holder holder(String name) {
        return new Holder(ACCOUNT, name);
    }

    static EntryKey entry(String token) {
        return new EntryKey(ACCOUNT, "dup", token);
    }

    /** Small events with the numbers {@code from} to {@code to}. */
    static List<Event> events(StreamId stream, long from, long to) {
        List<Event> events = new ArrayList<>();
        for (long seq = from; seq <= to; seq++) {
            events.add(Event.of(stream, seq, EventType.FILTER_PASSED, AT.plusMillis(seq))
                    .snapshot(scope(seq), seq == 1 ? null : scope(seq - 1))
                    .build());
        }
        return events;
    }

    private static Scope scope(long seq) {
        return Scope.EMPTY.with(Section.VARS, Obj.EMPTY.with("seq", Value.number(seq)));
    }

    /** A stream in which every field of an event is used and every kind of value appears. */
    static List<Event> everything(StreamId stream) {
        Scope first = Scope.EMPTY.with(Section.SUBMISSION, Obj.EMPTY.with("ip", new Text("192.0.2.7")));
        Scope second = first.with(Section.LEAD, lead());
        Scope third = second.with(Section.LEAD, second.section(Section.LEAD).with("comment", Value.missing()))
                .with(Section.APPENDED, Obj.EMPTY.with("intel", Obj.EMPTY.with("line_type", new Text("mobile"))));
        return List.of(
                Event.of(stream, 1, EventType.SOURCE_SUBMITTED, AT)
                        .context(context())
                        .entity("src_1")
                        .snapshot(first, null)
                        .input(input())
                        .build(),
                Event.of(stream, 2, EventType.SOURCE_ACCEPTED, AT)
                        .context(context())
                        .outcome(Outcome.SUCCESS)
                        .cost(new BigDecimal("12.50"))
                        .next("s1")
                        .snapshot(second, null)
                        .facts(Obj.EMPTY.with("validation", Obj.EMPTY.with("email", Value.bool(true))))
                        .build(),
                delivery(stream, third, second));
    }

    private static Event delivery(StreamId stream, Scope now, Scope before) {
        return Event.of(stream, 3, EventType.named("recipient.vanished"), AT.plusMillis(1))
                .context(context())
                .step("s1")
                .entity("buyer_1")
                .generation(2)
                .attempt(3)
                .outcome(Outcome.UNKNOWN)
                .reason("Reply lost: \"no\u0000 answer\" \ud83d\ude00")
                .cost(new BigDecimal("0.0000001"))
                .revenue(new BigDecimal("-99999999999999999999.5"))
                .durationMs(86_400_000)
                .next("end")
                .snapshot(now, before)
                .facts(Obj.EMPTY.with("integration", new Text("custom_json")))
                .detail(Obj.EMPTY.with("request", new Text("{\"a\":1}")))
                .build();
    }

    private static Event.Context context() {
        return new Event.Context("solar", 3, "0123abcd", "web-form-a", true, "sluice 0.1");
    }

    private static Obj lead() {
        Typed email = Typed.invalid(
                FieldTypes.EMAIL, new Text("JOHN@"), new Text("john@"), new Problem("not_an_email", "No domain."));
        return Obj.EMPTY
                .with("email", email)
                .with("comment", new Text("line\nbreak, \u65e5\u672c, '; drop table event; --"))
                .with("empty", new Text(""))
                .with("nothing", Value.text(null))
                .with("amount", Num.spelled(new BigDecimal("1.50"), "1.50"))
                .with("flag", Value.bool(false))
                .with("day", Moment.of(LocalDate.of(2024, 2, 29)))
                .with("moment", Moment.of(AT.plusNanos(456)))
                .with("list", Value.list(List.of(new Text("a"), Obj.EMPTY.with("$", Num.of(2)))));
    }

    private static Lead input() {
        return Lead.from("web-form-a")
                .with(Map.of("Email", "JOHN@"))
                .with("zip", null)
                .with("amount", Num.spelled(new BigDecimal("1.50"), "1.50"))
                .submittedAt(AT)
                .detail("ip", "192.0.2.7")
                .test();
    }
}
