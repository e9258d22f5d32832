package dev.sluice.flow.diff;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.diff.Change.Kind;
import dev.sluice.json.FlowJson;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Walks through two definitions at once and notes what differs. */
final class Comparison {
    private final List<Change> changes = new ArrayList<>();
    /** Where things stood before that were found again in the same list. */
    private final Set<String> met = new HashSet<>();
    /** The places after of what has another id, by those before. */
    private final Map<String, String> renamed = new HashMap<>();

    private Comparison() {}

    static List<Change> of(FlowDefinition before, FlowDefinition after) {
        Obj old = FlowJson.tree(before);
        Obj fresh = FlowJson.tree(after);
        Secrecy secrecy = new Secrecy(old, fresh);
        Side a = Side.of(old, secrecy);
        Side b = Side.of(fresh, secrecy);
        Comparison comparison = new Comparison();
        comparison.compare(Spot.root(a, b));
        comparison.travels(Whereabouts.of(a), Whereabouts.of(b));
        return comparison.changes;
    }

    private void compare(Spot spot) {
        if (spot.isEqual()) {
            return;
        }
        int known = changes.size();
        if (spot.areObjects()) {
            spot.members().forEach(name -> compare(spot.at(name)));
        } else if (spot.areLists()) {
            elements(spot);
        }
        if (changes.size() == known) {
            changes.add(whole(spot));
        }
    }

    /** A change that is not told by smaller ones. */
    private static Change whole(Spot spot) {
        if (spot.setting().isEmpty() && spot.before().isAbsent()) {
            return added(spot);
        }
        if (spot.setting().isEmpty() && spot.after().isAbsent()) {
            return removed(spot);
        }
        Spot told = Defaults.filled(spot);
        return change(Kind.CHANGED, told, Phrases.changed(told));
    }

    private static Change added(Spot spot) {
        return change(Kind.ADDED, spot, Phrases.added(spot));
    }

    private static Change removed(Spot spot) {
        return change(Kind.REMOVED, spot, Phrases.removed(spot));
    }

    private static Change change(Kind kind, Spot spot, String words) {
        return new Change(
                kind,
                spot.owner().subject(),
                spot.owner().name(),
                spot.setting(),
                kind == Kind.ADDED ? null : spot.before().pointer(),
                kind == Kind.REMOVED ? null : spot.after().pointer(),
                kind == Kind.MOVED ? Missing.MISSING : spot.before().shown(),
                kind == Kind.MOVED ? Missing.MISSING : spot.after().shown(),
                words);
    }

    private void elements(Spot lists) {
        List<Side> before = lists.before().elements();
        List<Side> after = lists.after().elements();
        Pairing pairing = Pairing.of(lists.member(), before, after);
        boolean[] moved = pairing.moved();
        for (int i = 0; i < before.size(); i++) {
            if (pairing.partner(i) < 0) {
                changes.add(removed(lists.element(before.get(i), lists.nowhereAfter())));
            } else {
                Spot both = lists.element(before.get(i), after.get(pairing.partner(i)));
                met.add(both.before().pointer());
                if (pairing.isRenamed(lists.member(), i)) {
                    renamed.put(both.before().pointer(), both.after().pointer());
                }
                if (moved[i]) {
                    String words = Phrases.moved(both, place(i), place(pairing.partner(i)));
                    changes.add(change(Kind.MOVED, both, words));
                }
                compare(both);
            }
        }
        for (int j = 0; j < after.size(); j++) {
            if (pairing.isNew(j)) {
                changes.add(added(lists.element(lists.nowhereBefore(), after.get(j))));
            }
        }
    }

    private static String place(int index) {
        return "place " + (index + 1);
    }

    /** Finds steps and caps again that went from one list to another. */
    private void travels(Whereabouts before, Whereabouts after) {
        before.things().forEach((id, origin) -> {
            Whereabouts.Thing goal = after.things().get(id);
            if (goal != null
                    && !goal.staysWith(origin)
                    && !met.contains(origin.side().pointer())
                    && !isCarried(origin.side().pointer(), goal.side().pointer())) {
                travel(origin, goal);
            }
        });
    }

    /** Whether it stands where it stood, within something that has another id. */
    private boolean isCarried(String from, String to) {
        return renamed.entrySet().stream()
                .anyMatch(outer -> from.startsWith(outer.getKey() + "/")
                        && to.equals(
                                outer.getValue() + from.substring(outer.getKey().length())));
    }

    private void travel(Whereabouts.Thing origin, Whereabouts.Thing goal) {
        String from = origin.side().pointer();
        String to = goal.side().pointer();
        changes.removeIf(change -> change.kind() == Kind.REMOVED && Objects.equals(change.from(), from)
                || change.kind() == Kind.ADDED && Objects.equals(change.to(), to));
        met.add(from);
        Spot both = goal.with(origin);
        changes.add(change(Kind.MOVED, both, Phrases.moved(both, origin.place(), goal.place())));
        compare(both);
    }
}
