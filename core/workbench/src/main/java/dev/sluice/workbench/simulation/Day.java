package dev.sluice.workbench.simulation;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One day of a simulation: a point of each curve.
 *
 * @param leads that came
 * @param accepted of them
 * @param sold of them: with one delivery at least
 * @param cost of the accepted
 * @param revenue of the sold
 * @param taken leads by recipient
 * @param turnedAway leads by the key of the cap that was full
 */
public record Day(
        LocalDate date,
        long leads,
        long accepted,
        long sold,
        BigDecimal cost,
        BigDecimal revenue,
        Map<String, Long> taken,
        Map<String, Long> turnedAway) {
    public Day {
        taken = Collections.unmodifiableMap(new TreeMap<>(taken));
        turnedAway = Collections.unmodifiableMap(new TreeMap<>(turnedAway));
    }

    /** As JSON. */
    public Obj toValue() {
        return Obj.EMPTY
                .with("date", Value.text(date.toString()))
                .with("leads", Value.number(leads))
                .with("accepted", Value.number(accepted))
                .with("sold", Value.number(sold))
                .with("cost", Value.number(cost))
                .with("revenue", Value.number(revenue))
                .with("taken", counts(taken))
                .with("turned_away", counts(turnedAway));
    }

    private static Obj counts(Map<String, Long> counts) {
        Map<String, Value> members = new TreeMap<>();
        counts.forEach((name, count) -> members.put(name, Value.number(count)));
        return Obj.of(members);
    }
}
