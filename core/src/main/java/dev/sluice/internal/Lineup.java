package dev.sluice.internal;

import dev.sluice.event.Event;
import dev.sluice.internal.record.Facts;
import dev.sluice.types.Arr;
import dev.sluice.types.Missing;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who stands in line for a lead, tier after tier, and who was passed over before anybody was asked. The first plan of a
 * distribution records it.
 *
 * @param notMeant how many more were not meant for the lead
 */
public record Lineup(List<Tier> tiers, List<Passed> passed, int notMeant) {
    private static final Shape FACTS = Shape.of("left_out", "later");

    /**
     * Those who are asked before the next tier is.
     *
     * @param contenders not told of the first tier where a plan for it is recorded
     */
    public record Tier(int number, List<Contender> contenders) {}

    /** A contender that was passed over, and why. */
    public record Passed(Contender contender, String why) {
        private static final Shape SHAPE = Shape.of("id", "reason");

        public Value fact() {
            return Obj.of(SHAPE, new Text(contender.id()), new Text(why));
        }
    }

    /** @param meant who may get the lead, in any order of tiers */
    static Lineup of(List<Contender> meant, List<Passed> passed, int notMeant) {
        SortedMap<Integer, List<Contender>> tiers = new TreeMap<>();
        meant.forEach(contender -> tiers.computeIfAbsent(contender.tier(), none -> new ArrayList<>())
                .add(contender));
        List<Tier> all = new ArrayList<>(tiers.size());
        tiers.forEach((number, contenders) -> all.add(new Tier(number, contenders)));
        return new Lineup(all, passed, notMeant);
    }

    /** The line as the first plan tells of it; who was passed over is in that plan, too. */
    public static Lineup recorded(Event plan, Contenders contenders) {
        List<Tier> tiers = new ArrayList<>();
        tiers.add(new Tier(Facts.amount(plan.facts().get("tier")).intValueExact(), List.of()));
        for (Value later : Facts.all(plan.facts().get("later"))) {
            List<Contender> tier = contenders.named(Facts.texts(later));
            tiers.add(new Tier(tier.get(0).tier(), tier));
        }
        return new Lineup(
                tiers, List.of(), Facts.amount(plan.facts().get("left_out")).intValueExact());
    }

    /** What the first plan tells beside its own tier. */
    public Obj facts() {
        List<Value> later = tiers.stream()
                .skip(1)
                .<Value>map(tier -> Arr.of(tier.contenders().stream()
                        .<Value>map(contender -> new Text(contender.id()))
                        .toList()))
                .toList();
        return Obj.of(
                FACTS,
                notMeant == 0 ? Missing.MISSING : Num.of(notMeant),
                later.isEmpty() ? Missing.MISSING : Arr.of(later));
    }
}
