package dev.sluice.workbench.simulation;

import dev.sluice.types.Lead;
import java.util.Arrays;
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

    /** Leads of several kinds, each as often as its weight says. */
    static Leads mixed(List<Leads> kinds, int... weights) {
        int sum = Arrays.stream(weights).sum();
        if (kinds.size() != weights.length || sum <= 0 || Arrays.stream(weights).anyMatch(each -> each < 0)) {
            throw new IllegalArgumentException("each kind of leads has a weight of 0 or more, not all 0");
        }
        List<Leads> all = List.copyOf(kinds);
        int[] own = weights.clone();
        return (number, random) -> {
            int place = random.nextInt(sum);
            int kind = 0;
            for (int left = place - own[0]; left >= 0; left -= own[kind]) {
                kind++;
            }
            return all.get(kind).next(number, random);
        };
    }
}
