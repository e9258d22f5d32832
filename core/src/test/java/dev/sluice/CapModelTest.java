package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.Cap;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.TimeUnit;
import dev.sluice.types.Lead;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random leads under random caps, over clock changes, beside a model that remembers every lead and counts anew each time. */
class CapModelTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    static LongStream seeds() {
        Long given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : new Random(77).longs(60);
    }

    /** A lead that counted. */
    private record Taken(Instant at, boolean california, BigDecimal price) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_passes_is_what_a_plain_count_lets_pass(long seed) {
        Random random = new Random(seed);
        StillTime time = new StillTime(random.nextBoolean() ? "2024-03-09T12:00:00Z" : "2024-11-02T12:00:00Z");
        int day = 1 + random.nextInt(6);
        int california = 1 + random.nextInt(3);
        BigDecimal spent = BigDecimal.valueOf(5 + random.nextInt(40));
        Flow flow = Sluice.builder().time(time).build().open(flow(day, california, spent));
        List<Taken> taken = new ArrayList<>();

        for (int i = 0; i < 120; i++) {
            time.pass(Duration.ofMinutes(random.nextInt(150)));
            boolean isCalifornian = random.nextBoolean();
            boolean ok = random.nextInt(5) > 0;
            BigDecimal price = BigDecimal.valueOf(random.nextInt(900), 2);
            Taken lead = new Taken(time.instant(), isCalifornian, price);
            boolean room = count(taken, lead, false) < day
                    && (!isCalifornian || count(taken, lead, true) < california)
                    && hasMoney(taken, lead, spent);

            Submission result = flow.submit(Lead.from("a")
                    .with("state", isCalifornian ? "CA" : "TX")
                    .with("ok", ok ? "yes" : "no")
                    .with("price", price));

            assertThat(result.outcome() == Outcome.SUCCESS).as("lead %s", i).isEqualTo(room && ok);
            assertThat(result.reason().equals(Optional.of("Cap reached"))).isEqualTo(!room);
            if (room && ok) {
                taken.add(lead);
            }
            assertThat(flow.caps()).allSatisfy(cap -> {
                assertThat(cap.reserved()).isZero();
                assertThat(cap.count()).isLessThanOrEqualTo(cap.maximum());
            });
            assertThat(flow.caps().get(0).committed())
                    .isEqualByComparingTo(BigDecimal.valueOf(count(taken, lead, false)));
        }
    }

    private static FlowDefinition flow(int day, int california, BigDecimal spent) {
        return FlowDefinition.builder("f")
                .timeZone(ZONE)
                .field("state", "state")
                .field("ok", "boolean")
                .field("price", "number")
                .source("a")
                .pricing(Pricing.named(null, null))
                .cap(Cap.of("day", day, TimeUnit.DAY))
                .cap(Cap.of("ca", california, CapWindow.each(2, TimeUnit.HOUR))
                        .where(allOf(field("state").isEqualTo("CA"))))
                .cap(Cap.cost("spent", spent.toString(), CapWindow.each(1, TimeUnit.DAY)))
                .step(new FilterStep(
                        "s",
                        null,
                        true,
                        allOf(field("ok").isEqualTo("true")),
                        FilterAction.CONTINUE,
                        FilterAction.stop(Outcome.FAILURE, "not ok")))
                .build();
    }

    private static long count(List<Taken> taken, Taken lead, boolean californians) {
        return taken.stream()
                .filter(each -> californians ? each.california() && sameTwoHours(each, lead) : sameDay(each, lead))
                .count();
    }

    private static boolean hasMoney(List<Taken> taken, Taken lead, BigDecimal most) {
        BigDecimal sum = taken.stream()
                .filter(each -> sameDay(each, lead))
                .map(Taken::price)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(most) < 0 && sum.add(lead.price()).compareTo(most) <= 0;
    }

    private static boolean sameDay(Taken one, Taken other) {
        return LocalDate.ofInstant(one.at(), ZONE).equals(LocalDate.ofInstant(other.at(), ZONE));
    }

    /** Even hours begin a window; the hour that comes twice in November belongs to one. */
    private static boolean sameTwoHours(Taken one, Taken other) {
        return sameDay(one, other)
                && one.at().atZone(ZONE).getHour() / 2
                        == other.at().atZone(ZONE).getHour() / 2;
    }
}
