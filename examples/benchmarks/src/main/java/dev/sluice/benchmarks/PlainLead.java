package dev.sluice.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A lead of the hand-written flow: what came, what was made of it, and its events, each with a copy of the data. */
final class PlainLead {
    final String[] raw;
    final String id;
    Object[] data;
    String refusal;
    BigDecimal price = BigDecimal.ZERO;
    BigDecimal revenue = BigDecimal.ZERO;
    String body = "";
    final List<PlainEvent> events = new ArrayList<>(8);

    record PlainEvent(String type, long at, String outcome, String reason, Object[] data) {}

    PlainLead(String id, String[] raw) {
        this.id = id;
        this.raw = raw;
        this.data = raw;
    }

    boolean isRefused() {
        return refusal != null;
    }

    void event(String type, String outcome, String reason) {
        events.add(new PlainEvent(type, System.currentTimeMillis(), outcome, reason, data.clone()));
    }
}
