package dev.sluice.internal;

import dev.sluice.rules.RuleIndex;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All who could get a lead at a distribution, in its order. Few are judged one by one, each with its reason. Of many, an
 * index finds those whose criteria the lead meets; why the others are not meant is worked out when somebody asks.
 */
public final class Contenders {
    /** Up to so many, each one's reason is recorded. */
    public static final int FEW = 32;

    private final List<Contender> all;
    private final Map<String, Contender> byId = new HashMap<>();
    private final @Nullable RuleIndex<Integer> index;

    /** @param index the criteria of those who are enabled, by their places; null to judge one by one */
    public Contenders(List<Contender> all, @Nullable RuleIndex<Integer> index) {
        this.all = List.copyOf(all);
        all.forEach(contender -> byId.put(contender.id(), contender));
        this.index = index;
    }

    public Contender named(String id) {
        Contender contender = byId.get(id);
        if (contender == null) {
            throw new IllegalStateException("the plan names " + id + ", whom the distribution does not have");
        }
        return contender;
    }

    public List<Contender> named(List<String> ids) {
        return ids.stream().map(this::named).toList();
    }

    /** Those who may get the lead, and who is passed over. */
    public Lineup line(LeadRun run, At at) {
        if (index == null) {
            return judged(run, at);
        }
        List<Integer> places = index.matches(run.scope(), at);
        List<Contender> found = new ArrayList<>(places.size());
        List<Lineup.Passed> passed = new ArrayList<>();
        for (int place : places) {
            Contender contender = all.get(place);
            String closed = contender.isFree(run) ? contender.recipient().closed(at) : Contender.HAS_THE_LEAD;
            if (closed == null) {
                found.add(contender);
            } else {
                passed.add(new Lineup.Passed(contender, closed));
            }
        }
        return Lineup.of(found, passed, all.size() - places.size());
    }

    private Lineup judged(LeadRun run, At at) {
        List<Contender> meant = new ArrayList<>(all.size());
        List<Lineup.Passed> passed = new ArrayList<>();
        for (Contender contender : all) {
            String obstacle = contender.obstacle(run, at);
            if (obstacle == null) {
                meant.add(contender);
            } else {
                passed.add(new Lineup.Passed(contender, obstacle));
            }
        }
        return Lineup.of(meant, passed, 0);
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
