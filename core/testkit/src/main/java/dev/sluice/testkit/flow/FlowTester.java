package dev.sluice.testkit.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.Flow;
import dev.sluice.PingResult;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.caps.CapStatus;
import dev.sluice.delivery.Bid;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.testkit.ScriptedBuyer;
import dev.sluice.delivery.testkit.ScriptedBuyer.Reply;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.Hours;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Schedule;
import dev.sluice.flow.StepDefinition;
import dev.sluice.testkit.SequentialIds;
import dev.sluice.testkit.VirtualTime;
import dev.sluice.types.Lead;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A flow offline: in memory, on a clock that moves when told, with ids that count and chance that begins at a seed. Every
 * buyer takes every lead, and every look-up knows nothing, until a script says otherwise; plugins of the flow are not
 * called. Not safe for several threads.
 */
public final class FlowTester implements AutoCloseable {
    private final FlowDefinition definition;
    private final FlowCoverage coverage;
    private final Map<String, DeliveryPlugin> buyers = new HashMap<>();
    private final Map<String, Enricher> lookUps = new HashMap<>();
    private final VirtualTime time = VirtualTime.at(Instant.parse("2026-01-05T15:00:00Z"));
    private UnaryOperator<Sluice.Builder> wiring = UnaryOperator.identity();
    private long seed = 1;
    private @Nullable Sluice sluice;
    private @Nullable Flow flow;

    private FlowTester(FlowDefinition definition) {
        this.definition = requireNonNull(definition, "definition");
        this.coverage = FlowCoverage.of(definition);
    }

    /** A tester of {@code definition}, which is opened when it is first used. */
    public static FlowTester of(FlowDefinition definition) {
        return new FlowTester(definition);
    }

    /** Begins with another seed; before the first lead. */
    public FlowTester seed(long number) {
        seed = number;
        return this;
    }

    /** Sets the clock. */
    public FlowTester at(Instant moment) {
        time.set(requireNonNull(moment, "moment"));
        return this;
    }

    /** Sets the clock to a moment in ISO form, such as {@code 2026-03-15T14:30:00Z}. */
    public FlowTester at(String moment) {
        return at(Instant.parse(moment));
    }

    /** Moves the clock, by months if need be; takes no time. */
    public FlowTester advance(Duration duration) {
        time.advance(duration);
        return this;
    }

    /** Moves the clock to the first moment of the next day in the flow's zone, when caps of days begin anew. */
    public FlowTester toNextDay() {
        ZonedDateTime local = time.instant().atZone(definition.timeZone());
        return at(local.toLocalDate()
                .plusDays(1)
                .atStartOfDay(definition.timeZone())
                .toInstant());
    }

    /**
     * Moves the clock to the next moment at which the flow takes leads; leaves it where it is when that is now.
     *
     * @throws IllegalStateException if it never opens again
     */
    public FlowTester toNextOpening() {
        Hours hours = definition.hours();
        Schedule schedule = hours == null ? Schedule.ALWAYS : Schedule.of(hours, definition.timeZone());
        return at(schedule.nextOpening(time.instant())
                .orElseThrow(() -> new IllegalStateException("flow " + definition.id() + " never opens again")));
    }

    /** The recipient {@code step} answers as {@code script} does. */
    public FlowTester buyer(String step, DeliveryPlugin script) {
        known(step);
        buyers.put(step, requireNonNull(script, "script"));
        return this;
    }

    /** The recipient {@code step} answers so, in order, the last answer for ever. */
    public FlowTester buyer(String step, Reply first, Reply... then) {
        return buyer(step, ScriptedBuyer.replying(first, then));
    }

    /**
     * The recipient {@code step} answers as before, each time only after so long. When its time is over by then, its reply
     * comes too late and the delivery is unknown.
     */
    public FlowTester slow(String step, Duration delay) {
        known(step);
        return buyer(step, new SlowBuyer(time, delay, buyers.getOrDefault(step, ScriptedBuyer.accepting())));
    }

    private void known(String step) {
        List<String> recipients = steps(RecipientStep.class);
        if (!recipients.contains(step)) {
            throw new IllegalArgumentException(
                    "the flow has no recipient '" + step + "'; it has " + String.join(", ", recipients));
        }
    }

    private List<String> steps(Class<? extends StepDefinition> kind) {
        return FlowLayout.allSteps(definition)
                .filter(kind::isInstance)
                .map(StepDefinition::id)
                .toList();
    }

    /** The look-ups of {@code plugin} answer as {@code script} does. */
    public FlowTester lookUp(String plugin, Enricher script) {
        lookUps.put(requireNonNull(plugin, "plugin"), requireNonNull(script, "script"));
        return this;
    }

    /** What else the host wires: field types, helpers, pricing services, scorers; before the first lead. */
    public FlowTester wiring(UnaryOperator<Sluice.Builder> more) {
        wiring = requireNonNull(more, "more");
        return this;
    }

    /** Runs a lead to its end. */
    public Submission submit(Lead lead) {
        return covered(flow().submit(lead));
    }

    /** Tells what would become of a lead. */
    public Submission preview(Lead lead) {
        return flow().preview(lead);
    }

    /** Asks for a bid. */
    public PingResult ping(Lead lead) {
        return flow().ping(lead);
    }

    private Submission covered(Submission answer) {
        coverage.see(answer.events());
        return answer;
    }

    /** How far a cap is now; empty windows count as 0. */
    public CapStatus cap(String id) {
        List<CapStatus> caps = flow().caps();
        return caps.stream()
                .filter(cap -> cap.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the flow has no cap '" + id + "'; it has "
                        + String.join(", ", caps.stream().map(CapStatus::id).toList())));
    }

    /** What the tests of this tester have reached so far. */
    public FlowCoverage coverage() {
        return coverage;
    }

    /** The clock. */
    public VirtualTime time() {
        return time;
    }

    /** What is tested. */
    public FlowDefinition definition() {
        return definition;
    }

    /** The open flow. */
    public Flow flow() {
        if (flow == null) {
            flow = sluice().open(definition);
        }
        return flow;
    }

    /** All that is wired, for reading events, running due work and facades. */
    public Sluice sluice() {
        if (sluice == null) {
            sluice = wired().build();
        }
        return sluice;
    }

    private Sluice.Builder wired() {
        Sluice.Builder builder =
                Sluice.builder().time(time).ids(SequentialIds.create()).random(new SplittableRandom(seed));
        FlowLayout.allSteps(definition).forEach(step -> {
            if (step instanceof RecipientStep recipient) {
                builder.delivery(recipient.plugin(), DeliveryPlugin.inProcess(new Scripts()));
            } else if (step instanceof EnhancementStep enhancement) {
                builder.enricher(enhancement.enricher(), lookUp(enhancement.enricher()));
            }
        });
        for (LookUp lookUp : definition.decisions().lookUps()) {
            builder.enricher(lookUp.enricher(), lookUp(lookUp.enricher()));
        }
        return wiring.apply(builder);
    }

    private Enricher lookUp(String plugin) {
        return Enricher.inProcess(request -> lookUps.getOrDefault(plugin, none -> Enrichment.failure("no script"))
                .enrich(request));
    }

    /** Asks the script of the recipient. */
    private final class Scripts implements DeliveryPlugin {
        private DeliveryPlugin script(DeliveryRequest request) {
            String step = request.delivery().recipient();
            String ownId = step.substring(step.lastIndexOf('/') + 1);
            return buyers.computeIfAbsent(ownId, id -> ScriptedBuyer.accepting());
        }

        @Override
        public DeliveryResult deliver(DeliveryRequest request) {
            return script(request).deliver(request);
        }

        @Override
        public Bid ping(DeliveryRequest request) {
            return script(request).ping(request);
        }
    }

    @Override
    public void close() {
        if (sluice != null) {
            sluice.close();
        }
    }
}
