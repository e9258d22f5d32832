package dev.sluice.internal;

import dev.sluice.event.Event;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** Names the lead at work in every log line of its thread, those of plugins included; never a value of it. */
public final class LogContext {
    private static final String LEAD = "lead_id";
    private static final String FLOW = "flow_id";
    private static final String EVENT = "event_id";

    private LogContext() {}

    public static void begin(LeadRun run) {
        MDC.put(LEAD, run.leadId());
        MDC.put(FLOW, run.plan().id());
    }

    /** Does {@code work} of a lead on another thread, or on this one, and leaves the names as they were before. */
    static <T> T within(LeadRun run, Supplier<T> work) {
        Map<String, String> before = MDC.getCopyOfContextMap();
        begin(run);
        try {
            return work.get();
        } finally {
            MDC.setContextMap(before == null ? Map.of() : before);
        }
    }

    /** Names the event that what follows belongs to. */
    public static void event(Event event) {
        MDC.put(EVENT, event.id());
    }

    public static void end() {
        MDC.remove(LEAD);
        MDC.remove(FLOW);
        MDC.remove(EVENT);
    }
}
