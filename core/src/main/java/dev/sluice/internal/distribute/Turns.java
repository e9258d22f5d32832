package dev.sluice.internal.distribute;

import static java.util.Objects.requireNonNull;

import dev.sluice.distribution.Candidate;
import dev.sluice.distribution.Rotation;
import dev.sluice.event.Event;
import dev.sluice.internal.Contender;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.caps.CapSet;
import dev.sluice.internal.caps.Counting;
import dev.sluice.internal.caps.Due;
import dev.sluice.internal.record.Journal;
import dev.sluice.internal.record.PreviewStore;
import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.types.Arr;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes turns, which the store remembers: a counter for the line and one for each contender's position on it. Whose turn
 * it is, is decided in the write that takes it. Who has no room under its caps has no turn and comes last.
 *
 * @param account the owner
 * @param key of the counters
 * @param places how many may have a lead
 * @param share how a contender takes part: with its weight, or like all others
 */
public record Turns(String account, String key, int places, Function<Contender, Candidate> share)
        implements InOrder.Ordering {
    private static final Shape FACTS = Shape.of("line", "turns");
    private static final Shape TURN = Shape.of("id", "weight", "position");

    @Override
    public Event plan(Planning planning) {
        LeadRun run = planning.run();
        List<Rotating> rotating = new ArrayList<>(planning.contenders().size());
        for (Contender contender : planning.contenders()) {
            List<Due> caps = contender.recipient().caps().due(run.scope(), planning.at());
            rotating.add(new Rotating(contender, caps, counter(contender)));
        }
        Drawn drawn = run.write(reads(rotating), (view, changes) -> draw(planning, rotating, view, changes))
                .decided();
        run.journal().accept(drawn.draft());
        return drawn.plan();
    }

    /** A plan, and the draft that it is in. */
    private record Drawn(Event plan, Journal.Draft draft) {}

    /** Whose turn it is, and the plan that says so, in one write. */
    private Drawn draw(Planning planning, List<Rotating> rotating, View view, Changes changes) {
        Counting counting = new Counting(planning.run().isTest() ? PreviewStore.NOWHERE : changes);
        Planning.Order order = decide(rotating, view, counting);
        Journal.Draft draft = planning.run().journal().draft();
        Event plan = planning.draft(draft, order);
        changes.append(planning.run().journal().stream(), draft.events());
        return new Drawn(plan, draft);
    }

    /** A contender, what limits it, and where its position is kept. */
    private record Rotating(Contender contender, List<Due> caps, CounterKey position) {
        boolean hasRoom(View view) {
            return CapSet.full(caps, view) == null;
        }
    }

    private CounterKey line(List<Rotating> rotating) {
        return new CounterKey(account, key + "/" + rotating.get(0).contender().tier(), "");
    }

    private CounterKey counter(Contender contender) {
        return new CounterKey(account, key + "/" + contender.tier() + "/" + contender.id(), "");
    }

    private Reads reads(List<Rotating> rotating) {
        List<CounterKey> counters = new ArrayList<>();
        counters.add(line(rotating));
        for (Rotating each : rotating) {
            counters.add(each.position());
            counters.addAll(CapSet.counters(each.caps()));
        }
        return Reads.counters(counters.stream().distinct().toList());
    }

    private Planning.Order decide(List<Rotating> rotating, View view, Counting counting) {
        List<Rotating> there =
                rotating.stream().filter(each -> each.hasRoom(view)).toList();
        List<Contender> order = new ArrayList<>(rotating.size());
        if (!there.isEmpty()) {
            order.addAll(turn(there, view, counting));
        }
        rotating.stream().filter(each -> !there.contains(each)).forEach(full -> order.add(full.contender()));
        Obj facts = there.isEmpty() ? Obj.EMPTY : facts(there, view);
        return new Planning.Order(order, facts.merge(counting.facts()), Obj.EMPTY);
    }

    /** Where the line and all who are on it stand before this turn. */
    private Obj facts(List<Rotating> there, View view) {
        List<Value> turns = new ArrayList<>(there.size());
        for (Rotating each : there) {
            Candidate candidate = share.apply(each.contender());
            long position = view.counter(each.position()).committed();
            turns.add(Obj.of(TURN, new Text(candidate.id()), Num.of(candidate.weight()), Num.of(position)));
        }
        return Obj.of(FACTS, Num.of(view.counter(line(there)).committed()), Arr.of(turns));
    }

    private List<Contender> turn(List<Rotating> there, View view, Counting counting) {
        CounterKey line = line(there);
        Map<String, Contender> contenders = new HashMap<>();
        Map<String, Long> positions = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>(there.size());
        for (Rotating each : there) {
            contenders.put(each.contender().id(), each.contender());
            positions.put(each.contender().id(), view.counter(each.position()).committed());
            candidates.add(share.apply(each.contender()));
        }
        long now = view.counter(line).committed();
        Function<String, Contender> byId = id -> requireNonNull(contenders.get(id), "contender");
        Rotation.Turn turn = Rotation.next(candidates, new Rotation.State(now, positions), places);
        counting.add(line, turn.now() - now);
        turn.positions().forEach((id, position) -> {
            CounterKey counter = counter(byId.apply(id));
            counting.add(counter, position - view.counter(counter).committed());
        });
        return turn.order().stream()
                .map(candidate -> byId.apply(candidate.id()))
                .toList();
    }
}
