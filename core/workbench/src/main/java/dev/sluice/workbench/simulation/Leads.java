package dev.sluice.workbench.simulation;

import dev.sluice.types.Lead;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Makes the leads of a simulation. The same random numbers make the same leads. */
@FunctionalInterface
public interface Leads {
    /**
     * The next lead.
     *
     * @param number from 1
     */
    Lead next(long number, RandomGenerator random);

    /** Leads drawn from {@code rows}, each as often as chance has it. */
    static Leads sampledFrom(List<Lead> rows) {
        List<Lead> all = List.copyOf(rows);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there are no rows to draw leads from");
        }
        return (number, random) -> all.get(random.nextInt(all.size()));
    }

    /** Leads of {@code source} whose fields are made each by its profile; fields are made in the order of their names. */
    static Leads profiled(String source, Map<String, Profile> fields) {
        Map<String, Profile> profiles = new TreeMap<>(fields);
        return (number, random) -> {
            Lead lead = Lead.from(source);
            for (Map.Entry<String, Profile> field : profiles.entrySet()) {
                lead = lead.with(field.getKey(), field.getValue().next(number, random));
            }
            return lead;
        };
    }
}
