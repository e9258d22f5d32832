package dev.sluice.jdbc;

import dev.sluice.Flow;
import dev.sluice.Settled;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.Time;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.store.Store;
import dev.sluice.testkit.Race;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A process that recovers, submits again what the one before it had submitted, submits leads of its own on several threads
 * while one of them recovers, and is gone at a named point, without a word to anybody but which point it was.
 */
final class ChildCrashes {
    static final int THREADS = 4;
    private static final int LEADS = 3;

    private final CrashPoint point;
    private final Path folder;

    private ChildCrashes(CrashPoint point, Path folder) {
        this.point = point;
        this.folder = folder;
    }

    /** @param arguments the store, a folder, the point, how it ends, how often it is passed, which child it is, a fault */
    public static void main(String[] arguments) {
        CrashPoint point =
                new CrashPoint(arguments[2], CrashPoint.End.valueOf(arguments[3]), Integer.parseInt(arguments[4]));
        int child = Integer.parseInt(arguments[5]);
        Crashing crashing = new Crashing(point, Crashing.Fault.valueOf(arguments[6]));
        new ChildCrashes(point, Path.of(arguments[1])).run(store(arguments[0], crashing), child);
    }

    /** A database, or {@code split:} and a folder for two of them, the log and the rest. */
    private static Store store(String url, Crashing crashing) {
        if (url.startsWith("split:")) {
            return crashing.store(split(url.substring("split:".length()), crashing));
        }
        return crashing.store(JdbcStore.open(crashing.source(url)));
    }

    private static Store split(String folder, Crashing crashing) {
        JdbcEventStore log = JdbcEventStore.open(crashing.source("jdbc:sqlite:" + folder + "/log.db"));
        return Store.split(crashing.log(log), JdbcStore.open(crashing.source("jdbc:sqlite:" + folder + "/state.db")));
    }

    private void run(Store store, int child) {
        try (Sluice sluice = Sluice.builder()
                .store(store)
                .time(later(child))
                .indexKey(new byte[] {1, 2, 3})
                .enricher("service", new Service())
                .delivery("crm", this::deliver)
                .delivery("full", request -> DeliveryResult.failure("No room"))
                .delivery("late", this::later)
                .delivery("lost", request -> DeliveryResult.unknown("Lost"))
                .delivery("settled", this::refuse)
                .delivery("heir", this::inherit)
                .build()) {
            CrashPoint.say("recovered " + sluice.recover());
            Flow flow = sluice.open(flow());
            Race.run(THREADS, thread -> () -> submit(sluice, flow, child, thread));
            CrashPoint.say("end");
        }
    }

    private static boolean submit(Sluice sluice, Flow flow, int child, int thread) {
        for (int i = 0; i < LEADS; i++) {
            if (child > 0) {
                submit(sluice, flow, name(child - 1, thread, i));
            }
            submit(sluice, flow, name(child, thread, i));
            if (thread == 0) {
                sluice.recover();
            }
        }
        return true;
    }

    private static String name(int child, int thread, int lead) {
        return "c" + child + "-" + thread + "-" + lead;
    }

    /**
     * A lead, and once it has ended, the same to a recipient that wants it after all, and to those behind one of whom nobody knew
     * whether it had the lead.
     */
    private static void submit(Sluice sluice, Flow flow, String name) {
        Submission answer = flow.submit(
                Lead.from("web").with("email", name + "@example.com").withKey(name));
        CrashPoint.say("ack " + answer.leadId().orElse("none") + " " + answer.status() + " " + answer.outcome());
        answer.leadId().ifPresent(lead -> {
            Settled sent = sluice.deliveries().redeliver(lead, "late", Map.of(), "child");
            CrashPoint.say("anew " + lead + " " + sent.fate());
            Settled handed = sluice.deliveries()
                    .settle(lead, "lost", DeliveryResult.failure("Never came"), "child", Duration.ofDays(1_000));
            CrashPoint.say("handed " + lead + " " + handed.fate());
        });
    }

    private static FlowDefinition flow() {
        return FlowDefinition.builder("f")
                .field(FieldDefinition.of("email", "email").mandatory())
                .source(SourceDefinition.of("web"))
                .duplicateCheck(new DuplicateCheck(
                        List.of("email"), new Window(30, TimeUnit.DAY), DuplicateCheck.Scope.FLOW, null))
                .cap(Cap.of("all", 1_000_000, TimeUnit.MONTH))
                .step(EnhancementStep.of("look", "service", "grade"))
                .step(DistributeStep.waterfall(
                        "sell",
                        RecipientStep.to("full", "full").build(),
                        RecipientStep.to("buyer", "crm")
                                .cap(Cap.of("month", 1_000_000, TimeUnit.MONTH))
                                .build()))
                .step(DistributeStep.waterfall(
                        "after",
                        RecipientStep.to("lost", "lost").build(),
                        RecipientStep.to("settled", "settled").build(),
                        RecipientStep.to("heir", "heir")
                                .cap(Cap.of("heir-month", 1_000_000, TimeUnit.MONTH))
                                .build()))
                .step(RecipientStep.to("late", "late")
                        .cap(Cap.of("late-month", 1_000_000, TimeUnit.MONTH))
                        .build())
                .build();
    }

    /** Refuses each lead at first. */
    private DeliveryResult later(DeliveryRequest request) {
        if (request.delivery().key().endsWith(":1")) {
            return DeliveryResult.failure("Closed");
        }
        point.at("anew");
        keep("late", request.delivery().key());
        point.at("taken");
        return DeliveryResult.success();
    }

    private DeliveryResult refuse(DeliveryRequest request) {
        point.at("settled");
        return DeliveryResult.failure("No room");
    }

    private DeliveryResult inherit(DeliveryRequest request) {
        point.at("heir");
        keep("heir", request.delivery().key());
        point.at("inherited");
        return DeliveryResult.success();
    }

    private DeliveryResult deliver(DeliveryRequest request) {
        point.at("call");
        keep("recipient", request.delivery().key());
        point.at("called");
        return DeliveryResult.success();
    }

    /** A look-up that costs money, so that what was asked is recorded first. */
    private final class Service implements Enricher {
        @Override
        public Effect effect() {
            return Effect.EXTERNAL;
        }

        @Override
        public Enrichment enrich(EnrichmentRequest request) {
            point.at("ask");
            keep("service", request.leadId());
            point.at("asked");
            return Enrichment.of("grade", 1);
        }
    }

    /** Exactly one line for each call, as soon as it is made. */
    private void keep(String file, String key) {
        try {
            Files.write(
                    folder.resolve(file),
                    (key + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /**
     * The clock of each child is half a day ahead of the one before it, so that nobody of before is busy any more: who
     * recovers several leads and ends is taken to be busy for as long as all of them may last.
     */
    private static Time later(int child) {
        Time system = Time.system();
        return new Time() {
            @Override
            public Instant instant() {
                return system.instant().plus(Duration.ofHours(12L * child));
            }

            @Override
            public long nanos() {
                return system.nanos();
            }

            @Override
            public void await(Duration duration) throws InterruptedException {
                system.await(duration);
            }
        };
    }
}
