package dev.sluice.export.firehose;

import dev.sluice.event.Event;
import dev.sluice.json.EventJson;
import dev.sluice.types.Moment;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** How an event looks as a JSON object. */
public enum Envelope {
    /** The event as it is shown everywhere, and {@code firehose_metadata}: the batch, its number and its moment. */
    EVENT {
        @Override
        public Obj of(SinkBatch batch, Event event) {
            return JSON.object(event).with("firehose_metadata", metadata(batch));
        }
    },
    /** A CloudEvent 1.0 in JSON, the event as its data. */
    CLOUD_EVENT {
        @Override
        public Obj of(SinkBatch batch, Event event) {
            Map<String, Value> all = new LinkedHashMap<>();
            all.put("specversion", Value.text("1.0"));
            all.put("id", Value.text(event.id()));
            all.put("source", Value.text(source(event)));
            all.put("type", Value.text("dev.sluice." + event.type().text()));
            all.put("subject", Value.text(event.leadId()));
            all.put("time", Moment.of(event.at()));
            all.put("datacontenttype", Value.text("application/json"));
            all.put("data", JSON.object(event));
            return Obj.of(all);
        }
    };

    /** Events of batches are what the reader sees already. */
    private static final EventJson JSON = EventJson.clear();

    /** The object of an event of a batch. */
    public abstract Obj of(SinkBatch batch, Event event);

    private static Obj metadata(SinkBatch batch) {
        Map<String, Value> all = new LinkedHashMap<>();
        all.put("batch_id", Value.text(batch.id()));
        all.put("sequence", Value.number(batch.sequence()));
        all.put("delivered_at", Moment.of(batch.at()));
        return Obj.of(all);
    }

    /** A reference of the kind that URIs are; ids come from anybody. */
    private static String source(Event event) {
        return "/accounts/" + encoded(event.stream().account()) + "/flows/"
                + encoded(event.context().flow());
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
