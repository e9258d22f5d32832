package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.audit.Erasure;
import dev.sluice.audit.LogCheck;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.EventCodec;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that erases is killed in the middle: what it had begun is finished by the next one, which nobody asked again. */
@Tag("processes")
class ErasureKillTest {
    /** More than one piece of work holds. */
    private static final int LEADS = 503;

    private static final String CANARY = "canaryofann";
    /** Opening takes five commits; the sixth one plans, then each piece destroys and tells. */
    private static final int PLANNED = 6;

    @TempDir
    Path folder;

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("leads.db");
    }

    /** Every place where it can be cut off with {@code -Derasure.kills=every}; else the middle of it. */
    static List<String> points() {
        List<String> all = new ArrayList<>(List.of("committed " + PLANNED));
        for (int commit = PLANNED + 1; commit < PLANNED + 4; commit++) {
            all.add("commit " + commit);
            all.add("committed " + commit);
        }
        all.add("commit " + (PLANNED + 4));
        boolean every = "every".equals(System.getProperty("erasure.kills"));
        return every ? all : all.subList(4, 5);
    }

    @ParameterizedTest
    @MethodSource("points")
    void a_killed_erasure_is_finished_by_the_next_process(String point) throws IOException {
        List<String> ids = submit();
        try (Child child = Child.start(Erases.class, url(), point)) {
            assertThat(child.line()).startsWith("point ");
            child.kill();
        }
        try (Store store = JdbcStore.open(url(), SealedSqliteStoreTest.PRIVACY);
                Sluice sluice = Sluice.builder().store(store).build()) {
            Erasure.over(sluice);
            assertThat(sluice.runDue(100).done()).isNotEmpty();
            assertThat(sluice.runDue(100).done()).isEmpty();

            assertThat(ids).allMatch(id -> isErased(store, id));
            assertThat(LogCheck.of(store, "default", Optional.empty(), Optional.empty())
                            .breaches())
                    .isEmpty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(CANARY);
            }
        }
    }

    private static boolean isErased(Store store, String id) {
        return store.events().stream(new StreamId("default", id)).stream()
                .allMatch(event -> event.snapshot().get("lead.email").isMissing()
                        || !event.snapshot().get("lead.email").part("erased").isMissing());
    }

    private List<String> submit() {
        List<String> ids = new ArrayList<>();
        try (Store store = JdbcStore.open(url(), SealedSqliteStoreTest.PRIVACY);
                Sluice sluice = Sluice.builder()
                        .store(store)
                        .delivery("stub", request -> DeliveryResult.success())
                        .build()) {
            Flow flow = sluice.open(FlowDefinition.builder("solar")
                    .field("email", "email")
                    .source("web")
                    .step(RecipientStep.to("buyer", "stub").build())
                    .build());
            for (int i = 0; i < LEADS; i++) {
                Lead lead = Lead.from("web").with("email", CANARY + "@example.com");
                ids.add(flow.submit(lead).leadId().orElseThrow());
            }
        }
        return ids;
    }

    /** Erases until it comes to the point where it is to end. */
    static final class Erases {
        private Erases() {}

        public static void main(String[] arguments) {
            String[] point = arguments[1].split(" ");
            CrashPoint crash = new CrashPoint(point[0], CrashPoint.End.KILL, Integer.parseInt(point[1]));
            Store store = JdbcStore.open(
                    new Crashing(crash, Crashing.Fault.NONE).source(arguments[0]),
                    EventCodec.standard(),
                    SealedSqliteStoreTest.PRIVACY);
            Sluice sluice = Sluice.builder().store(store).build();
            Erasure.over(sluice).person(List.of(CANARY + "@example.com"));
        }
    }
}
