package dev.sluice.workbench.simulation;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
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
 * @param caps how full each cap is at the end of the day, by its key
 * @param soldByHour how many were sold in each hour from 0 to 23, in the flow's zone: the pacing
 */
public record Day(
        LocalDate date,
        long leads,
        long accepted,
        long sold,
        BigDecimal cost,
        BigDecimal revenue,
        Map<String, Long> taken,
        Map<String, Long> turnedAway,
        Map<String, Filling> caps,
        List<Long> soldByHour) {
    public Day {
        caps = Collections.unmodifiableMap(new TreeMap<>(caps));
        soldByHour = List.copyOf(soldByHour);
        taken = Collections.unmodifiableMap(new TreeMap<>(taken));
        turnedAway = Collections.unmodifiableMap(new TreeMap<>(turnedAway));
    }

    /**
     * How full a cap is.
     *
     * @param count leads or money, those on their way included
     */
    public record Filling(BigDecimal count, BigDecimal maximum) {
        Obj toValue() {
            return Obj.EMPTY.with("count", Value.number(count)).with("maximum", Value.number(maximum));
        }
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
                .with("turned_away", counts(turnedAway))
                .with("caps", fillings())
                .with(
                        "sold_by_hour",
                        Value.list(soldByHour.stream().map(Value::number).toList()));
    }

    private Obj fillings() {
        Map<String, Value> members = new TreeMap<>();
        caps.forEach((key, filling) -> members.put(key, filling.toValue()));
        return Obj.of(members);
    }

    private static Obj counts(Map<String, Long> counts) {
        Map<String, Value> members = new TreeMap<>();
        counts.forEach((name, count) -> members.put(name, Value.number(count)));
        return Obj.of(members);
    }
}
