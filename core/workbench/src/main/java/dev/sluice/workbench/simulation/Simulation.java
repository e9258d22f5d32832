package dev.sluice.workbench.simulation;

import static java.util.Objects.requireNonNull;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.RecipientStep;
import dev.sluice.store.MemoryStore;
import dev.sluice.types.Lead;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Sends leads that never came through a flow, over months of days that take no time, to buyers that behave as models say:
 * how caps, pacing and revenue run over the days. Nobody is called and nothing is kept. The same seed gives the same
 * days. Not safe for several threads.
 */
public final class Simulation {
    private static final int KEPT_EVENTS = 1_000;

    private final FlowDefinition flow;
    private final Leads leads;
    private final Map<String, BuyerModel> buyers = new HashMap<>();
    private final Map<String, Enricher> lookUps = new HashMap<>();
    private Arrivals arrivals = Arrivals.daily(100);
    private long seed = 1;

    private Simulation(FlowDefinition flow, Leads leads) {
        this.flow = requireNonNull(flow, "flow");
        this.leads = requireNonNull(leads, "leads");
    }

    /** A hundred leads a day through {@code flow}, to buyers that take every lead. */
    public static Simulation of(FlowDefinition flow, Leads leads) {
        return new Simulation(flow, leads);
    }

    /** How many leads come, and when. */
    public Simulation arrivals(Arrivals pattern) {
        arrivals = requireNonNull(pattern, "pattern");
        return this;
    }

    /** The recipient {@code step} behaves so. */
    public Simulation buyer(String step, BuyerModel model) {
        buyers.put(requireNonNull(step, "step"), requireNonNull(model, "model"));
        return this;
    }

    /** The look-ups of {@code plugin} are answered by a model; without one they know nothing. */
    public Simulation lookUp(String plugin, Enricher model) {
        lookUps.put(requireNonNull(plugin, "plugin"), requireNonNull(model, "model"));
        return this;
    }

    /** Where chance begins; 1 by default. */
    public Simulation seed(long number) {
        seed = number;
        return this;
    }

    /**
     * Runs.
     *
     * @param from the first day, in the flow's zone
     * @param days how many
     * @return each day, the first first
     * @throws dev.sluice.InvalidFlowException if the flow cannot be opened
     */
    public List<Day> run(LocalDate from, int days) {
        SplittableRandom random = new SplittableRandom(seed);
        SimulatedTime time = new SimulatedTime();
        ZoneId zone = flow.timeZone();
        time.from(from.atStartOfDay(zone).toInstant());
        List<Day> all = new ArrayList<>(days);
        try (Sluice sluice = wired(time, random)) {
            Flow open = sluice.open(flow);
            RandomGenerator coming = random.split();
            AtomicLong number = new AtomicLong();
            for (LocalDate date = from; date.isBefore(from.plusDays(days)); date = date.plusDays(1)) {
                DayTally day = new DayTally();
                for (ZonedDateTime moment : arrivals.on(date, zone, coming)) {
                    time.to(moment.toInstant());
                    Lead lead = leads.next(number.incrementAndGet(), coming);
                    day.add(open.submit(lead.submittedAt(moment.toInstant())), moment.getHour());
                }
                time.to(date.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1));
                all.add(day.of(date, open.caps()));
            }
        }
        return List.copyOf(all);
    }

    private Sluice wired(SimulatedTime time, SplittableRandom random) {
        AtomicLong ids = new AtomicLong();
        SimulatedBuyer buyer = new SimulatedBuyer(Map.copyOf(buyers), time, random.split());
        Sluice.Builder builder = Sluice.builder()
                .store(MemoryStore.keepingLast(KEPT_EVENTS))
                .time(time)
                .random(random.split())
                .ids(kind -> kind + ids.incrementAndGet());
        FlowLayout.allSteps(flow).forEach(step -> {
            if (step instanceof RecipientStep recipient) {
                builder.delivery(recipient.plugin(), buyer);
            } else if (step instanceof EnhancementStep enhancement) {
                builder.enricher(enhancement.enricher(), lookUp(enhancement.enricher()));
            }
        });
        for (LookUp lookUp : flow.decisions().lookUps()) {
            builder.enricher(lookUp.enricher(), lookUp(lookUp.enricher()));
        }
        return builder.build();
    }

    private Enricher lookUp(String plugin) {
        return Enricher.inProcess(lookUps.getOrDefault(plugin, none -> Enrichment.failure("No model")));
    }
}
