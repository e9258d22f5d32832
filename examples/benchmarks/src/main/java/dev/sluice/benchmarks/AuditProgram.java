package dev.sluice.benchmarks;

import dev.sluice.WorkingKeys;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.event.EventType;
import dev.sluice.jdbc.JdbcStore;
import dev.sluice.rules.Conditions;
import dev.sluice.store.Privacy;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.Written;
import dev.sluice.types.At;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What it costs to find events among many in SQLite, and what sealing costs those who append: {@code AuditProgram
 * [events]}, a million by default. Processor time of the one thread, so that a busy machine says the same.
 */
public final class AuditProgram {
    private static final int EVENTS = 8;
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 4;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final PrintStream OUT = System.out;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final List<EventType> TYPES = List.of(
            EventType.SOURCE_SUBMITTED,
            EventType.SOURCE_ACCEPTED,
            EventType.ENHANCEMENT_SUCCESS,
            EventType.FILTER_PASSED,
            EventType.RECIPIENT_FAILED,
            EventType.STEP_SKIPPED,
            EventType.RECIPIENT_DELIVERED,
            EventType.FLOW_COMPLETED);

    private AuditProgram() {}

    public static void main(String[] args) throws IOException {
        int leads = (args.length == 0 ? 1_000_000 : Integer.parseInt(args[0])) / EVENTS;
        Path folder = Files.createTempDirectory("audit");
        try {
            String url = "jdbc:sqlite:" + folder.resolve("leads.db");
            try (Store store = JdbcStore.open(url)) {
                long start = CPU.getCurrentThreadCpuTime();
                fill(store, 0, leads);
                double seconds = (CPU.getCurrentThreadCpuTime() - start) / 1e9;
                OUT.printf(Locale.ROOT, "append, events a second: %.0f%n", leads * EVENTS / seconds);
            }
            try (Store store = JdbcStore.open(url)) {
                queries(store, leads);
            }
            sealing(folder);
        } finally {
            Folders.delete(folder);
        }
    }

    static void fill(Store store, int from, int leads) {
        Written<Boolean> last = null;
        for (int i = from; i < from + leads; i++) {
            StreamId stream = StoredLead.stream(i);
            last = store.write(new StoredLead.Append(stream, lead(stream, i)));
        }
        if (last != null) {
            last.durable();
        }
    }

    private static List<Event> lead(StreamId stream, int number) {
        Instant at = START.plusSeconds(number);
        Scope scope = Scope.EMPTY.with(Section.LEAD, data(number, at));
        Scope before = null;
        List<Event> events = new ArrayList<>(EVENTS);
        for (int seq = 1; seq <= EVENTS; seq++) {
            events.add(Event.of(stream, seq, TYPES.get(seq - 1), at.plusMillis(seq))
                    .context(new Event.Context(
                            "flow" + number % 3, 1, "0123456789abcdef", "web" + number % 5, false, "1"))
                    .step("step_" + seq)
                    .entity("buyer" + number % 50)
                    .outcome(seq == 5 ? Outcome.FAILURE : Outcome.SUCCESS)
                    .reason(seq == 5 ? "Daily cap reached (" + number % 100 + "/100)" : null)
                    .snapshot(scope, before)
                    .build());
            before = scope;
            scope = scope.with(
                    Section.APPENDED, scope.section(Section.APPENDED).with("intel_" + seq, new Text("answer " + seq)));
        }
        return events;
    }

    private static Obj data(int number, Instant at) {
        Parsing parsing = Parsing.at(At.utc(at));
        Obj lead = Obj.EMPTY
                .with("email", FieldTypes.EMAIL.parse(new Text("person" + number + "@example.com"), parsing))
                .with("phone_1", FieldTypes.PHONE.parse(new Text("512-555-" + (1_000 + number % 9_000)), parsing))
                .with("state", FieldTypes.STATE.parse(new Text(number % 10 == 0 ? "TX" : "CA"), parsing));
        for (int i = 0; i < 17; i++) {
            lead = lead.with("field_" + i, Value.text("a value of field number " + i));
        }
        return lead;
    }

    private static void queries(Store store, int leads) {
        Map<String, IntFunction<Integer>> all = new LinkedHashMap<>();
        all.put("timeline of a lead", i -> store.events().stream(StoredLead.stream((i * 7_919L) % leads))
                .size());
        all.put("type", i -> page(store, query(i).type("recipient.failed"), leads, i));
        all.put(
                "type, newest first",
                i -> page(store, query(i).type("recipient.failed").newestFirst(), leads, i));
        all.put("recipient.*", i -> page(store, query(i).type("recipient.*"), leads, i));
        all.put(
                "entity and outcome",
                i -> page(store, query(i).entity("buyer" + i % 50).outcome(Outcome.FAILURE), leads, i));
        all.put(
                "type in one hour of time",
                i -> page(
                        store,
                        query(i).type("recipient.delivered")
                                .start(at(leads, i))
                                .end(at(leads, i).plusSeconds(3_600)),
                        leads,
                        i));
        all.put(
                "flow and source from a moment on",
                i -> page(store, query(i).flow("flow1").source("web2").start(at(leads, i)), leads, i));
        all.put(
                "part of the reason, of a type",
                i -> page(store, query(i).type("recipient.failed").reason("(" + i % 100 + "/100)"), leads, i));
        all.put(
                "rule: state TX, of a type",
                i -> page(
                        store,
                        query(i).type("flow.completed")
                                .where(Conditions.field("lead.state").isEqualTo("TX")),
                        leads,
                        i));
        all.forEach(AuditProgram::time);
    }

    private static EventQuery.Builder query(int i) {
        return EventQuery.builder().limit(100 - i % 2);
    }

    private static Instant at(int leads, int i) {
        return START.plusSeconds((i * 7_919L) % Math.max(1, leads - 4_000));
    }

    private static int page(Store store, EventQuery.Builder query, int leads, int i) {
        return store.events().find(query.build()).events().size();
    }

    private static void time(String name, IntFunction<Integer> question) {
        for (int i = 0; i < 60; i++) {
            question.apply(i);
        }
        long[] nanos = new long[100];
        int found = 0;
        for (int i = 0; i < nanos.length; i++) {
            long start = CPU.getCurrentThreadCpuTime();
            found += question.apply(i + 60);
            nanos[i] = CPU.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(nanos);
        OUT.printf(
                Locale.ROOT,
                "%-36s p50 %6.2f ms  p95 %6.2f ms  events each %d%n",
                name,
                nanos[50] / 1e6,
                nanos[95] / 1e6,
                found / nanos.length);
    }

    /** In pairs, of which the one and the other comes first in turns; the first ones warm up. */
    private static void sealing(Path folder) {
        Privacy privacy = new Privacy(WorkingKeys.of("key", new byte[32]), new byte[32]);
        double[] ratios = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            try (Store open = JdbcStore.open("jdbc:sqlite:" + folder.resolve("open" + round + ".db"));
                    Store sealed = JdbcStore.open("jdbc:sqlite:" + folder.resolve("sealed" + round + ".db"), privacy)) {
                boolean openFirst = round % 2 == 0;
                double first = rate(openFirst ? open : sealed);
                double second = rate(openFirst ? sealed : open);
                double inClear = openFirst ? first : second;
                double underKeys = openFirst ? second : first;
                ratios[Math.max(0, round)] = underKeys / inClear;
                OUT.printf(
                        Locale.ROOT,
                        "append, leads a second of processor time: open %.0f, sealed %.0f%n",
                        inClear,
                        underKeys);
            }
        }
        Arrays.sort(ratios);
        OUT.printf(Locale.ROOT, "sealed to open, median of %d rounds: %.3f%n", ROUNDS, ratios[ROUNDS / 2]);
    }

    private static double rate(Store store) {
        int leads = 2_000;
        long start = CPU.getCurrentThreadCpuTime();
        fill(store, 0, leads);
        return leads / ((CPU.getCurrentThreadCpuTime() - start) / 1e9);
    }
}
