package dev.sluice.internal.distribute;

import dev.sluice.DeliveryReport;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.internal.Afterwards;
import dev.sluice.internal.Contender;
import dev.sluice.internal.Contenders;
import dev.sluice.internal.record.Facts;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far one lead has been sold, and what each contender had to do with it. */
final class Sale {
    private static final Shape NOTE = Shape.of("id", "outcome", "reason");

    private final int maxBuyers;
    private final Contenders contenders;
    private final List<Note> notes = new ArrayList<>();
    private int buyers;
    private int unknown;
    private boolean alone;
    private int notMeant;

    Sale(int maxBuyers, Contenders contenders) {
        this.maxBuyers = maxBuyers;
        this.contenders = contenders;
    }

    /** Takes in whom a plan passes over. */
    void planned(Event plan) {
        Facts.all(plan.facts().get("passed"))
                .forEach(each -> passedOver(
                        contender(each.part("id").text()), each.part("reason").text()));
    }

    /** The order of a plan. */
    List<Contender> order(Event plan) {
        return contenders.named(Facts.texts(plan.facts().get("order")));
    }

    Contender contender(String id) {
        return contenders.named(id);
    }

    private record Note(int place, Value text) {}

    /** Whether nobody else is to be asked: enough have it, or one has it alone, or might have. */
    boolean isOver() {
        return alone || buyers + unknown >= maxBuyers;
    }

    String overBecause() {
        return unknown > 0 && buyers == 0 ? Afterwards.UNKNOWN_BEFORE : "Sold before";
    }

    /** How many have it or might have it. */
    int sold() {
        return buyers + unknown;
    }

    int buyers() {
        return buyers;
    }

    /** Notes what became of an offer, and says whether the lead is, or might be, with the contender. */
    boolean offered(Contender contender, DeliveryReport report) {
        boolean took = report.outcome() == Outcome.SUCCESS;
        boolean mayHave = report.outcome() == Outcome.UNKNOWN;
        buyers += took ? 1 : 0;
        unknown += mayHave ? 1 : 0;
        note(contender, report.outcome(), report.reason().orElse(null));
        return took || mayHave;
    }

    /** Nobody may share the lead any more. */
    void soldAlone() {
        alone = true;
    }

    void passedOver(Contender contender, String why) {
        note(contender, Outcome.SKIP, why);
    }

    /** So many were not meant for the lead, and nothing is noted of each. */
    void notMeant(int count) {
        notMeant = count;
    }

    int notMeant() {
        return notMeant;
    }

    private void note(Contender contender, Outcome outcome, @Nullable String reason) {
        Value why = reason == null ? Value.missing() : new Text(reason);
        notes.add(new Note(contender.place(), Obj.of(NOTE, new Text(contender.id()), new Text(outcome.text()), why)));
    }

    /** All that was noted, in the order of the distribution's list. */
    Arr notes() {
        return Arr.of(notes.stream()
                .sorted(Comparator.comparingInt(Note::place))
                .map(Note::text)
                .toList());
    }

    Outcome outcome() {
        if (buyers > 0) {
            return Outcome.SUCCESS;
        }
        return unknown > 0 ? Outcome.UNKNOWN : Outcome.FAILURE;
    }

    String reason() {
        return unknown > 0 ? "Delivery is unknown" : "No buyer took the lead";
    }
}
