package dev.sluice.export.firehose;

import dev.sluice.event.Event;

/** What the partition of an event is chosen by. Safe on any thread. */
@FunctionalInterface
public interface PartitionKey {
    /** The lead, or whatever else the event is of: its events stay in their order. */
    PartitionKey LEAD = event -> event.stream().id();

    /** The source that the lead came from, and where there is none, as {@link #LEAD}. */
    PartitionKey SOURCE = event -> event.context().source().isEmpty()
            ? LEAD.of(event)
            : event.context().source();

    /** The key of an event, never null; no personal value, for keys are shown wherever a stream is looked at. */
    String of(Event event);
}
