package dev.sluice.internal;

import dev.sluice.event.Event;
import org.slf4j.MDC;

/** Names the lead at work in every log line of its thread, those of plugins included; never a value of it. */
final class LogContext implements AutoCloseable {
    private static final String LEAD = "lead_id";
    private static final String FLOW = "flow_id";
    private static final String EVENT = "event_id";

    private LogContext() {}

    static LogContext of(LeadRun run) {
        MDC.put(LEAD, run.leadId());
        MDC.put(FLOW, run.plan().id());
        return new LogContext();
    }

    /** Names the event that what follows belongs to. */
    static void event(Event event) {
        MDC.put(EVENT, event.id());
    }

    @Override
    public void close() {
        MDC.remove(LEAD);
        MDC.remove(FLOW);
        MDC.remove(EVENT);
    }
}
