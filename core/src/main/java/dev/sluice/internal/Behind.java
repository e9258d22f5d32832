package dev.sluice.internal;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.record.Chain;
import dev.sluice.internal.record.Facts;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is to be asked after a delivery that was unknown and has failed, as its settlement says; so recovery knows it, too.
 *
 * @param recipients in the order in which they are asked; of none of them anything was recorded at the settlement
 * @param youngerThan how old the lead may be
 */
record Behind(List<String> recipients, Duration youngerThan) {
    private static final String OFFERED_TO = "offered_to";
    private static final String YOUNGER_THAN = "younger_than";

    static final Behind NOBODY = new Behind(List.of(), Duration.ZERO);

    /** Those of the last settlement that had some. */
    static Behind of(List<Event> events) {
        return events.stream()
                .filter(event -> event.type().equals(EventType.DELIVERY_SETTLED)
                        && !event.facts().get(OFFERED_TO).isMissing())
                .reduce((earlier, later) -> later)
                .map(event -> new Behind(
                        Facts.texts(event.facts().get(OFFERED_TO)),
                        Duration.parse(event.facts().get(YOUNGER_THAN).text())))
                .orElse(NOBODY);
    }

    /** What the settlement says of them. */
    Obj facts() {
        return Obj.EMPTY
                .with(
                        OFFERED_TO,
                        Value.list(recipients.stream().map(Value::text).toList()))
                .with(YOUNGER_THAN, new Text(youngerThan.toString()));
    }

    /** Who comes next; nobody while one is asked, when one has or may have the lead, and when the lead is too old. */
    Optional<String> next(List<Event> events, Instant now) {
        boolean isOld = Duration.between(events.get(0).at(), now).compareTo(youngerThan) >= 0;
        if (isOld || recipients.stream().anyMatch(each -> keeps(Chain.of(events, each)))) {
            return Optional.empty();
        }
        return recipients.stream()
                .filter(each -> Chain.of(events, each).isEmpty())
                .findFirst();
    }

    private static boolean keeps(Chain chain) {
        return !chain.isEmpty() && (chain.isOpen() || chain.endedAs(Outcome.SUCCESS) || chain.endedAs(Outcome.UNKNOWN));
    }
}
