package dev.sluice.internal.distribute;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.Contender;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.Lineup;
import dev.sluice.internal.record.Journal;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plan for one tier of a distribution while it is drawn up; it ends with the event that records it. */
public final class Planning {
    private static final Shape FACTS = Shape.of("strategy", "tier", "order");

    private final LeadRun run;
    private final Place place;
    private final Lineup.Tier tier;
    private final Obj line;
    private final At at;
    private final List<Lineup.Passed> passed;

    /**
     * Where a plan stands.
     *
     * @param strategy its word in definitions
     * @param sold how many have the lead, or might have it
     */
    record Place(String step, Text strategy, int sold) {}

    /** @param first the line of which this is the first tier; null for a later tier */
    Planning(LeadRun run, Place place, Lineup.Tier tier, @Nullable Lineup first) {
        this.run = run;
        this.place = place;
        this.tier = tier;
        this.at = run.at();
        this.line = first == null ? Obj.EMPTY : first.facts();
        this.passed = new ArrayList<>(first == null ? List.of() : first.passed());
    }

    LeadRun run() {
        return run;
    }

    At at() {
        return at;
    }

    /** All of the tier; whoever is neither in the order nor passed over is told of by the strategy. */
    List<Contender> contenders() {
        return tier.contenders();
    }

    /** How many have the lead, or might have it, from tiers before. */
    int sold() {
        return place.sold();
    }

    void passOver(Contender contender, String why) {
        passed.add(new Lineup.Passed(contender, why));
    }

    /**
     * Who is asked, the first first.
     *
     * @param facts what the order comes from
     * @param detail what may hold personal values
     */
    record Order(List<Contender> buyers, Obj facts, Obj detail) {
        static Order of(List<Contender> buyers) {
            return new Order(buyers, Obj.EMPTY, Obj.EMPTY);
        }
    }

    /** The plan as an event of its own. */
    Event record(Order order) {
        return run.add(planned(run.event(EventType.DISTRIBUTE_PLANNED, at), order));
    }

    /** The plan as an event of the write that decides it. */
    Event draft(Journal.Draft draft, Order order) {
        Event.Builder event = draft.next(EventType.DISTRIBUTE_PLANNED, at.instant())
                .entity(run.source().entityId());
        return draft.add(planned(event, order), run.scope());
    }

    private Event.Builder planned(Event.Builder event, Order order) {
        List<Value> ids = order.buyers().stream()
                .<Value>map(contender -> new Text(contender.id()))
                .toList();
        Obj facts = Obj.of(FACTS, place.strategy(), Num.of(tier.number()), Arr.of(ids));
        Value others = passed.isEmpty()
                ? Missing.MISSING
                : Arr.of(passed.stream().map(Lineup.Passed::fact).toList());
        return event.step(place.step())
                .facts(facts.merge(order.facts()).merge(line).with("passed", others))
                .detail(order.detail());
    }
}
