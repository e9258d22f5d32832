package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Settled.Fate;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.DeliveryStatusQuery;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.TimeUnit;
import dev.sluice.report.Report;
import dev.sluice.report.ReportDefinition;
import dev.sluice.report.Reports;
import dev.sluice.store.Changes;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Reads;
import dev.sluice.store.StateCheck;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private static final DeliveryResult LOST = DeliveryResult.unknown("Timeout; the lead may have arrived");

    private final MemoryStore data = MemoryStore.create();
    private final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
    private final Deque<DeliveryResult> script = new ArrayDeque<>();
    private final List<String> keys = new ArrayList<>();
    private Optional<DeliveryResult> status = Optional.empty();
    private final List<String> queried = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    private final Sluice sluice = Sluice.builder()
            .store(data)
            .time(time)
            .delivery("crm", new DeliveryPlugin() {
                @Override
                public DeliveryResult deliver(DeliveryRequest request) {
                    keys.add(request.delivery().key() + " "
                            + request.lead().get("ssn").text());
                    meanwhile.run();
                    return script.isEmpty() ? DeliveryResult.success() : script.removeFirst();
                }

                @Override
                public Optional<DeliveryResult> status(DeliveryStatusQuery query) {
                    queried.add(query.key());
                    return status;
                }
            })
            .build();

    private static FlowDefinition flow() {
        return flow("25");
    }

    private static FlowDefinition flow(String price) {
        return Solar.flow()
                .field("ssn", "ssn")
                .step(DistributeStep.waterfall(
                        "sell", buyer("first", price), buyer("second", price), buyer("third", price)))
                .build();
    }

    private static RecipientStep buyer(String id, String price) {
        return RecipientStep.to(id, "crm")
                .map("email", "{{lead.email}}")
                .map("ssn", "{{lead.ssn}}")
                .pricing(Pricing.fixed(price))
                .cap(Cap.of("day-" + id, 5, TimeUnit.DAY))
                .build();
    }

    private Flow flow = sluice.open(flow());

    private String submitted(DeliveryResult... answers) {
        script.addAll(List.of(answers));
        return flow.submit(Solar.lead("john@example.com")).leadId().orElseThrow();
    }

    private List<String> events(String lead) {
        return data.events().stream(new StreamId("default", lead)).stream()
                .map(event ->
                        event.type() + event.step().map(step -> " " + step).orElse(""))
                .toList();
    }

    private BigDecimal[] cap(String recipient) {
        return flow.caps().stream()
                .filter(cap -> cap.id().equals("day-" + recipient))
                .map(cap -> new BigDecimal[] {cap.committed(), cap.reserved()})
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_unknown_delivery_that_arrived_counts_and_earns_once() {
        String lead = submitted(LOST);
        assertThat(cap("first"))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(BigDecimal.ZERO, BigDecimal.ONE);

        Settled settled = sluice.deliveries()
                .settle(lead, "first", DeliveryResult.success().reference("4711"), "ann");
        Settled again = sluice.deliveries().settle(lead, "first", DeliveryResult.failure("No"), "ann");

        assertThat(settled.fate()).isEqualTo(Fate.DONE);
        assertThat(settled.events()).singleElement().satisfies(event -> {
            assertThat(event.revenue().orElseThrow()).isEqualByComparingTo("25");
            assertThat(event.facts().get("by").text()).isEqualTo("ann");
            assertThat(event.facts().get("reference").text()).isEqualTo("4711");
        });
        assertThat(again.fate()).isEqualTo(Fate.NOT_NEEDED);
        assertThat(events(lead)).endsWith("flow.completed", "delivery.settled first");
        assertThat(cap("first"))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(BigDecimal.ONE, BigDecimal.ZERO);
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
    }

    @Test
    void an_unknown_delivery_that_failed_gives_its_place_back_and_the_lead_goes_to_the_next() {
        String lead = submitted(LOST);
        script.add(DeliveryResult.failure("Full"));

        Settled settled = sluice.deliveries().settle(lead, "first", DeliveryResult.failure("Never came"), "ann");

        assertThat(settled.fate()).isEqualTo(Fate.DONE);
        assertThat(events(lead))
                .endsWith(
                        "flow.completed",
                        "delivery.settled first",
                        "recipient.delivery_attempt second",
                        "recipient.failed second",
                        "recipient.delivery_attempt third",
                        "recipient.delivered third");
        assertThat(cap("first"))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(BigDecimal.ZERO, BigDecimal.ZERO);
        assertThat(cap("third"))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(BigDecimal.ONE, BigDecimal.ZERO);
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
    }

    @Test
    void what_an_unknown_delivery_was_to_bring_is_reported_until_it_is_settled() {
        String kept = submitted(LOST);
        String lost = submitted(LOST);
        assertThat(books()).containsExactly("0", "50");

        flow = sluice.open(flow("30"));
        sluice.deliveries().settle(kept, "first", DeliveryResult.success(), "ann");
        assertThat(books())
                .as("at the price that it was sent with, not at today's")
                .containsExactly("25", "25");
        sluice.deliveries().settle(lost, "first", DeliveryResult.failure("Never came"), "ann");
        assertThat(books().get(1)).isEqualTo("0");
    }

    private List<String> books() {
        Report report = Reports.over(sluice)
                .run(ReportDefinition.builder("books")
                        .columns("revenue", "unsettled_revenue")
                        .build());
        return report.total().stream()
                .map(value -> ((Num) value).value().stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void an_old_lead_goes_to_nobody_else() {
        String lead = submitted(LOST);
        time.pass(Duration.ofMinutes(61));

        sluice.deliveries().settle(lead, "first", DeliveryResult.failure("Never came"), "ann");

        assertThat(keys).hasSize(1);
    }

    @Test
    void a_recipient_that_can_be_asked_settles_what_it_knows() {
        String lead = submitted(LOST);

        assertThat(sluice.deliveries().query(lead, "first").fate()).isEqualTo(Fate.STILL_UNKNOWN);
        status = Optional.of(DeliveryResult.error("Down"));
        assertThat(sluice.deliveries().query(lead, "first").fate()).isEqualTo(Fate.STILL_UNKNOWN);
        status = Optional.of(DeliveryResult.success());
        assertThat(sluice.deliveries().query(lead, "first").fate()).isEqualTo(Fate.DONE);
        assertThat(queried).containsOnly(lead + ":first:1");
    }

    @Test
    void of_many_that_settle_one_delivery_one_does() throws Exception {
        String lead = submitted(LOST);
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            Callable<Settled> settling =
                    () -> sluice.deliveries().settle(lead, "first", DeliveryResult.success(), "ann");
            List<Fate> fates = new ArrayList<>();
            for (Future<Settled> each : people.invokeAll(Collections.nCopies(16, settling))) {
                fates.add(each.get().fate());
            }
            assertThat(fates).containsOnlyOnce(Fate.DONE).contains(Fate.NOT_NEEDED);
        } finally {
            people.shutdownNow();
        }
        assertThat(events(lead)).containsOnlyOnce("delivery.settled first");
    }

    @Test
    void a_lead_is_delivered_anew_under_the_next_key() {
        String lead =
                submitted(DeliveryResult.failure("No"), DeliveryResult.failure("No"), DeliveryResult.error("Down"));

        Settled sent = sluice.deliveries().redeliver(lead, "third", Map.of(), "ann");

        assertThat(sent.fate()).isEqualTo(Fate.DONE);
        assertThat(keys).last().isEqualTo(lead + ":third:2 ");
        assertThat(events(lead)).endsWith("recipient.delivery_attempt third", "recipient.delivered third");
        assertThat(sluice.deliveries().redeliver(lead, "third", Map.of(), "ann").fate())
                .isEqualTo(Fate.NOT_NEEDED);
        assertThat(sluice.deliveries().redeliver(lead, "first", Map.of(), "ann").fate())
                .isEqualTo(Fate.NOT_NEEDED);
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
    }

    @Test
    void what_others_add_while_a_lead_is_delivered_anew_stands_before_its_answer() {
        String lead =
                submitted(DeliveryResult.failure("No"), DeliveryResult.failure("No"), DeliveryResult.error("Down"));
        meanwhile = () -> noted(lead, Value.text("called back"));

        Settled sent = sluice.deliveries().redeliver(lead, "third", Map.of(), "ann");

        List<Event> all = data.events().stream(new StreamId("default", lead));
        assertThat(sent.fate()).isEqualTo(Fate.DONE);
        assertThat(events(lead))
                .endsWith("recipient.delivery_attempt third", "feedback.received", "recipient.delivered third");
        assertThat(all)
                .extracting(Event::seq)
                .isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
        assertThat(all.get(all.size() - 1)
                        .snapshot()
                        .section(Section.FEEDBACK)
                        .get("note")
                        .text())
                .isEqualTo("called back");
        assertThat(all.get(all.size() - 1).snapshot().section(Section.RECIPIENT).isBlank())
                .isFalse();
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
    }

    @Test
    void what_others_add_before_a_lead_is_delivered_anew_is_looked_at_first() {
        String lead =
                submitted(DeliveryResult.failure("No"), DeliveryResult.failure("No"), DeliveryResult.error("Down"));
        meanwhile = () -> {
            meanwhile = () -> {};
            sluice.deliveries().redeliver(lead, "third", Map.of(), "bob");
        };

        Settled sent = sluice.deliveries().redeliver(lead, "second", Map.of(), "ann");

        assertThat(sent.fate()).isIn(Fate.DONE, Fate.NOT_NEEDED);
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(StateCheck.of(data, "default").differences()).isEmpty();
    }

    /** Somebody notes something of a lead. */
    private void noted(String lead, Value note) {
        StreamId stream = new StreamId("default", lead);
        Event last = data.events().stream(stream).stream()
                .reduce((one, next) -> next)
                .orElseThrow();
        Event event = Event.of(stream, last.seq() + 1, EventType.named("feedback.received"), last.at())
                .context(last.context())
                .snapshot(last.snapshot().with(Section.FEEDBACK, Obj.EMPTY.with("note", note)), last.snapshot())
                .build();
        data.write(new Write<Boolean>() {
                    @Override
                    public Reads reads() {
                        return Reads.NONE;
                    }

                    @Override
                    public Boolean decide(View view, Changes changes) {
                        changes.append(stream, List.of(event));
                        return true;
                    }
                })
                .durable();
    }

    @Test
    void what_is_unknown_is_not_delivered_anew() {
        String lead = submitted(LOST);

        assertThat(sluice.deliveries().redeliver(lead, "first", Map.of(), "ann").fate())
                .isEqualTo(Fate.NOT_NEEDED);
        assertThat(keys).hasSize(1);
    }

    @Test
    void what_is_not_there_is_said() {
        String lead = submitted();

        assertThat(sluice.deliveries()
                        .settle("lead_x", "first", DeliveryResult.success(), "ann")
                        .fate())
                .isEqualTo(Fate.NOT_FOUND);
        assertThat(sluice.deliveries()
                        .settle(lead, "nobody", DeliveryResult.success(), "ann")
                        .fate())
                .isEqualTo(Fate.NOT_FOUND);
        assertThat(sluice.deliveries()
                        .settle(lead, "first", DeliveryResult.success(), "ann")
                        .fate())
                .isEqualTo(Fate.NOT_NEEDED);
        assertThat(sluice.deliveries()
                        .redeliver(lead, "nobody", Map.of(), "ann")
                        .fate())
                .isEqualTo(Fate.NOT_FOUND);
        assertThatThrownBy(() -> sluice.deliveries().settle(lead, "first", DeliveryResult.error("x"), "ann"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sluice.deliveries().settle(lead, "first", DeliveryResult.success(), " "))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
