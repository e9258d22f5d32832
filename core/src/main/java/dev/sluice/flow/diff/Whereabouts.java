package dev.sluice.flow.diff;

import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the steps and caps of one definition stand, by what they are and their ids; an id that stands twice is left out.
 * Those around others come before them.
 */
final class Whereabouts {
    private static final List<String> LISTS = List.of("caps", "sharedCaps", "sources", "steps", "recipients");

    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    private Whereabouts() {}

    static Whereabouts of(Side definition) {
        Whereabouts all = new Whereabouts();
        all.collect(definition, Owner.FLOW);
        all.ambiguous.forEach(all.things::remove);
        return all;
    }

    /** A step or cap, and whose it is. */
    record Thing(Side side, String list, Subject subject, String name, Owner outer) {
        /** Whether it stands in the list in which {@code other} stands, as far as its owner is the same. */
        boolean staysWith(Thing other) {
            return list.equals(other.list)
                    && outer.name().equals(other.outer.name())
                    && isPlaceOfSteps(outer) == isPlaceOfSteps(other.outer);
        }

        private static boolean isPlaceOfSteps(Owner owner) {
            return owner.subject() != Subject.CAP && owner.subject() != Subject.SOURCE;
        }

        /** This thing and what it was before. */
        Spot with(Thing before) {
            return new Spot(before.side, side, outer.inside(subject, name), "", "", Spot.Names.KEYS);
        }

        String place() {
            return outer.phrase().isEmpty() ? "the flow" : outer.phrase();
        }
    }

    Map<String, Thing> things() {
        return Collections.unmodifiableMap(things);
    }

    private void collect(Side owner, Owner outer) {
        for (String list : LISTS) {
            for (Side element : owner.member(list).elements()) {
                if (element.real() instanceof Obj) {
                    Subject subject = Subject.element(list, element.real());
                    String name = Phrases.name(subject, element.shown());
                    note(new Thing(element, list, subject, name, outer));
                    collect(element, outer.inside(subject, name));
                }
            }
        }
    }

    private void note(Thing thing) {
        if (thing.subject() == Subject.SOURCE || !(thing.side().real().part("id") instanceof Text id)) {
            return;
        }
        String key = (thing.subject() == Subject.CAP ? "cap " : "step ") + id.value();
        if (things.putIfAbsent(key, thing) != null) {
            ambiguous.add(key);
        }
    }
}
