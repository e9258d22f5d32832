package dev.sluice.workbench.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How the values of a field are spread. */
@FunctionalInterface
public interface Profile {
    /**
     * The value of the next lead; null for none.
     *
     * @param number of the lead, from 1
     */
    @Nullable Object next(long number, RandomGenerator random);

    /** Whole numbers from {@code least} to {@code most}, each as often. */
    static Profile between(long least, long most) {
        return (number, random) -> random.nextLong(least, most + 1);
    }

    /** One of {@code values}, as often as its weight says. */
    static Profile weighted(Map<String, Integer> values) {
        List<String> all = new ArrayList<>();
        new TreeMap<>(values).forEach((value, weight) -> {
            for (int i = 0; i < weight; i++) {
                all.add(value);
            }
        });
        return oneOf(all);
    }

    /** One of {@code values}, each as often. */
    static Profile oneOf(List<String> values) {
        List<String> all = List.copyOf(values);
        return (number, random) -> all.get(random.nextInt(all.size()));
    }

    /** A text in which {@code #} stands for the number of the lead: {@code lead-#@example.com}. */
    static Profile numbered(String text) {
        return (number, random) -> text.replace("#", Long.toString(number));
    }

    /** This one for so many percent of all leads, and nothing for the others. */
    default Profile filledFor(int percent) {
        return (number, random) -> random.nextInt(100) < percent ? next(number, random) : null;
    }
}
