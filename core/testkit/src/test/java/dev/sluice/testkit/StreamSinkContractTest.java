package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Deadline;
import dev.sluice.event.Event;
import dev.sluice.export.firehose.Envelope;
import dev.sluice.export.firehose.PartitionKey;
import dev.sluice.export.firehose.Sink;
import dev.sluice.export.firehose.SinkBatch;
import dev.sluice.export.firehose.SinkResult;
import dev.sluice.export.firehose.StreamProducer;
import dev.sluice.export.firehose.StreamRecord;
import dev.sluice.export.firehose.StreamSink;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Over a stream that keeps each id once in its partition. */
class StreamSinkContractTest extends SinkContract {
    private final Map<String, Map<String, String>> partitions = new LinkedHashMap<>();

    private SinkResult send(List<StreamRecord> records, Deadline deadline) {
        if (deadline.passed()) {
            return SinkResult.failed("too late");
        }
        records.forEach(each -> partitions
                .computeIfAbsent(each.key(), none -> new LinkedHashMap<>())
                .put(each.id(), each.json()));
        return SinkResult.taken();
    }

    @Override
    protected Sink sink() {
        return StreamSink.over(this::send);
    }

    @Override
    protected List<String> held() {
        List<String> ids = new ArrayList<>();
        partitions.values().forEach(records -> records.values()
                .forEach(json -> ids.add(ValueJson.read(json).part("id").text())));
        return ids;
    }

    private static SinkBatch batch(Event... events) {
        return new SinkBatch("lake", 7, Samples.AT, List.of(events), Deadline.in(Duration.ofSeconds(1), () -> 0));
    }

    private static Event event(String lead, long seq) {
        return Samples.events(Samples.stream(lead), seq, seq).get(0);
    }

    @Test
    void events_of_a_lead_stay_in_their_order_in_one_partition() {
        sink().take(batch(event("a", 1), event("b", 1), event("a", 2)));

        assertThat(partitions.get(event("a", 1).stream().id()).keySet())
                .containsExactly(event("a", 1).id(), event("a", 2).id());
        assertThat(partitions).hasSize(2);
    }

    @Test
    void keys_and_envelopes_are_chosen() {
        StreamSink.over(this::send)
                .by(PartitionKey.SOURCE)
                .in(Envelope.CLOUD_EVENT)
                .take(batch(event("a", 1), event("b", 1)));

        assertThat(partitions).hasSize(event("a", 1).context().source().isEmpty() ? 2 : 1);
        Value first = ValueJson.read(
                partitions.values().iterator().next().values().iterator().next());
        assertThat(first.part("specversion").text()).isEqualTo("1.0");
        assertThat(first.part("data").part("id").text()).isEqualTo(event("a", 1).id());
    }

    @Test
    void each_record_says_of_which_batch_it_is() {
        sink().take(batch(event("a", 1)));

        String json = partitions.values().iterator().next().values().iterator().next();
        assertThat(json).doesNotContain("\n");
        assertThat(ValueJson.read(json)
                        .part("firehose_metadata")
                        .part("batch_id")
                        .text())
                .isEqualTo("lake-000000007");
    }

    @Test
    void the_way_is_tried_by_the_producer() {
        StreamProducer closed = new StreamProducer() {
            @Override
            public SinkResult send(List<StreamRecord> records, Deadline deadline) {
                throw new AssertionError("nothing is to be sent");
            }

            @Override
            public SinkResult verify(Deadline deadline) {
                return SinkResult.refused("no such stream");
            }
        };

        assertThat(StreamSink.over(closed).verify(Deadline.in(Duration.ofSeconds(1), () -> 0)))
                .isEqualTo(SinkResult.refused("no such stream"));
    }
}
