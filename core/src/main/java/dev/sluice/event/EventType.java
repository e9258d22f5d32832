package dev.sluice.event;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened. The known types are constants; a log written by a newer version may hold others, which stay readable.
 * Two types with the same name are equal.
 */
public final class EventType {
    private static final Map<String, EventType> KNOWN = new LinkedHashMap<>();

    public static final EventType SOURCE_SUBMITTED = founding("source.submitted");
    public static final EventType SOURCE_ACCEPTED = founding("source.accepted");
    public static final EventType SOURCE_REJECTED = founding("source.rejected");
    public static final EventType FILTER_PASSED = founding("filter.passed");
    public static final EventType FILTER_FAILED = founding("filter.failed");
    public static final EventType ROUTE_TAKEN = further("route.taken");
    public static final EventType SET_APPLIED = further("set.applied");
    public static final EventType ENHANCEMENT_ATTEMPT = further("enhancement.attempt");
    public static final EventType ENHANCEMENT_SUCCESS = founding("enhancement.success");
    public static final EventType ENHANCEMENT_FAILURE = founding("enhancement.failure");
    public static final EventType ENHANCEMENT_ERROR = founding("enhancement.error");
    public static final EventType RECIPIENT_DELIVERY_ATTEMPT = further("recipient.delivery_attempt");
    public static final EventType RECIPIENT_DELIVERED = founding("recipient.delivered");
    public static final EventType RECIPIENT_FAILED = founding("recipient.failed");
    public static final EventType RECIPIENT_ERROR = founding("recipient.error");
    public static final EventType RECIPIENT_UNKNOWN = further("recipient.unknown");
    public static final EventType RETRY_SCHEDULED = founding("retry.scheduled");
    public static final EventType RETRY_ATTEMPTED = founding("retry.attempted");
    public static final EventType DELIVERY_SETTLED = further("delivery.settled");
    public static final EventType STEP_SKIPPED = further("step.skipped");
    public static final EventType DISTRIBUTE_PLANNED = further("distribute.planned");
    public static final EventType DISTRIBUTE_COMPLETED = further("distribute.completed");
    public static final EventType GROUP_COMPLETED = further("group.completed");
    public static final EventType CAP_REACHED = further("cap.reached");
    public static final EventType FLOW_COMPLETED = founding("flow.completed");
    public static final EventType FEEDBACK_RECEIVED = founding("feedback.received");
    public static final EventType FEEDBACK_SENT = further("feedback.sent");
    public static final EventType FEEDBACK_PROCESSED = founding("feedback.processed");
    public static final EventType BATCH_QUEUED = further("batch.queued");
    public static final EventType BATCH_BUILT = further("batch.built");
    public static final EventType BATCH_SENT = further("batch.sent");
    public static final EventType BATCH_FAILED = further("batch.failed");
    public static final EventType BATCH_DELIVERED = further("batch.delivered");
    public static final EventType PING_RECEIVED = further("ping.received");
    public static final EventType EXPORT_STARTED = further("export.started");
    public static final EventType EXPORT_COMPLETED = further("export.completed");
    public static final EventType EXPORT_FAILED = further("export.failed");
    public static final EventType EXPORT_CANCELLED = further("export.cancelled");
    public static final EventType CONNECTION_INVITED = further("connection.invited");
    public static final EventType CONNECTION_ACCEPTED = further("connection.accepted");
    public static final EventType CONNECTION_DECLINED = further("connection.declined");
    public static final EventType CONNECTION_CANCELLED = further("connection.cancelled");
    public static final EventType CONNECTION_EXPIRED = further("connection.expired");
    public static final EventType CONNECTION_PAUSED = further("connection.paused");
    public static final EventType CONNECTION_RESUMED = further("connection.resumed");
    public static final EventType CONNECTION_REVOKED = further("connection.revoked");
    public static final EventType CONNECTION_CHANGE_PROPOSED = further("connection.change_proposed");
    public static final EventType CONNECTION_CHANGED = further("connection.changed");
    public static final EventType CONNECTION_ENDING = further("connection.ending");
    public static final EventType CONNECTION_KEY_ISSUED = further("connection.key_issued");
    public static final EventType CONNECTION_FLOW_ASSIGNED = further("connection.flow_assigned");
    public static final EventType CONNECTION_USED = further("connection.used");
    public static final EventType CONNECTION_DOCUMENT_READ = further("connection.document_read");
    public static final EventType CONNECTION_REFUSED = further("connection.refused");
    public static final EventType ACCESS_PERSONAL = further("access.personal");
    public static final EventType HOLD_PLACED = further("hold.placed");
    public static final EventType HOLD_RELEASED = further("hold.released");
    public static final EventType RETENTION_PURGED = further("retention.purged");
    public static final EventType RETENTION_REMOVED = further("retention.removed");
    public static final EventType LEAD_ERASED = further("lead.erased");

    private final String name;
    private final boolean founding;

    private EventType(String name, boolean founding) {
        this.name = name;
        this.founding = founding;
    }

    private static EventType founding(String name) {
        return known(new EventType(name, true));
    }

    private static EventType further(String name) {
        return known(new EventType(name, false));
    }

    private static EventType known(EventType type) {
        KNOWN.put(type.name, type);
        return type;
    }

    /** The type with this name, known or not. */
    public static EventType named(String name) {
        EventType known = KNOWN.get(requireNonNull(name, "name"));
        return known == null ? new EventType(name, false) : known;
    }

    /** All known types, in the order of a lead's way. */
    public static Collection<EventType> known() {
        return Collections.unmodifiableCollection(KNOWN.values());
    }

    /** The name in the log and in answers: {@code recipient.delivered}. */
    public String text() {
        return name;
    }

    /** The word before the dot: {@code recipient}. */
    public String family() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Whether a timeline shows it unless asked for everything. */
    public boolean inTimeline() {
        return founding;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventType type && name.equals(type.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
