package dev.sluice.internal;

import dev.sluice.rules.RuleIndex;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All who could get a lead at a distribution, in its order. Few are judged one by one, each with its reason. Of many, an
 * index finds those whose criteria the lead meets; why the others are not meant is worked out when somebody asks.
 */
final class Contenders {
    /** Up to so many, each one's reason is recorded. */
    static final int FEW = 32;

    private final List<Contender> all;
    private final @Nullable RuleIndex<Integer> index;

    /** @param index the criteria of those who are enabled, by their places; null to judge one by one */
    Contenders(List<Contender> all, @Nullable RuleIndex<Integer> index) {
        this.all = List.copyOf(all);
        this.index = index;
    }

    /** Those who may get the lead; of the others the sale is told. */
    List<Contender> meant(LeadRun run, At at, Sale sale) {
        if (index == null) {
            return judged(run, at, sale);
        }
        List<Integer> places = index.matches(run.scope(), at);
        List<Contender> found = new ArrayList<>(places.size());
        for (int place : places) {
            Contender contender = all.get(place);
            if (!contender.isFree(run)) {
                sale.passedOver(contender, Contender.HAS_THE_LEAD);
            } else if (!contender.isOpen(at)) {
                sale.passedOver(contender, RecipientPlan.CLOSED);
            } else {
                found.add(contender);
            }
        }
        sale.notMeant(all.size() - places.size());
        return found;
    }

    private List<Contender> judged(LeadRun run, At at, Sale sale) {
        List<Contender> meant = new ArrayList<>(all.size());
        for (Contender contender : all) {
            String obstacle = contender.obstacle(run, at);
            if (obstacle == null) {
                meant.add(contender);
            } else {
                sale.passedOver(contender, obstacle);
            }
        }
        return meant;
    }

    /** Who is not meant for a lead, each with the reason. */
    List<String> notMeant(Scope scope, At at) {
        List<String> told = new ArrayList<>();
        for (Contender contender : all) {
            String why = contender.mismatch(scope, at);
            if (why != null) {
                told.add(contender.id() + ": skip, " + why);
            }
        }
        return told;
    }
}
