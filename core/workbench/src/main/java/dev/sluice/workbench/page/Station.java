package dev.sluice.workbench.page;

import java.util.List;
import java.util.Optional;

/**
 * A box on a lead's way, with what hangs on it.
 *
 * @param branches ways out of it that come back behind it
 * @param exits ways out of it that do not
 */
record Station(Box box, List<Branch> branches, List<Exit> exits) {
    Station {
        branches = List.copyOf(branches);
        exits = List.copyOf(exits);
    }

    static Station of(Box box) {
        return new Station(box, List.of(), List.of());
    }

    /**
     * A way that comes back.
     *
     * @param id of the place that stands for it where nothing is on it
     * @param label beside its arrow; empty for none
     */
    record Branch(String id, String label, List<Station> stations) {
        Branch {
            stations = List.copyOf(stations);
        }

        /** Where its arrow ends. */
        String first() {
            return stations.isEmpty() ? id : stations.get(0).box().id();
        }
    }

    /**
     * A way that does not come back.
     *
     * @param target the step that it leads to; empty where it is the end
     */
    record Exit(String id, String label, Optional<String> target) {}
}
