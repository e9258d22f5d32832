package dev.sluice.flow.check.internal.money;

import dev.sluice.flow.Cap;
import dev.sluice.flow.CapEntry;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Window;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import dev.sluice.rules.RuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Caps that are never reached, because others of the same place that hold for the same leads are always reached before
 * them. A source's cap above the flow's is its owner's promise to that source, and not looked at.
 */
final class CapsNeverReached implements Check {
    @Override
    public void check(Subject subject, Found found) {
        FlowDefinition flow = subject.flow();
        compare(held("/caps", flow.caps()), found);
        for (int i = 0; i < flow.sources().size(); i++) {
            compare(held("/sources/" + i + "/caps", flow.sources().get(i).caps()), found);
        }
        FlowWalk.through(flow, new FlowVisitor() {
            @Override
            public void step(Place place, StepDefinition step) {
                if (step instanceof RecipientStep recipient) {
                    compare(held(place.below("caps").pointer(), recipient.caps()), found);
                }
            }
        });
    }

    /**
     * A cap and which leads it is for.
     *
     * @param rules all that must hold: its own and those of the caps around it
     * @param parent the cap around it; null for none
     */
    private record Held(
            Cap cap,
            String pointer,
            Set<RuleSet> rules,
            @Nullable Cap parent) {
        /** Whether it counts every lead that {@code other} counts, in the same way. */
        boolean countsAllOf(Held other) {
            return other.rules.containsAll(rules)
                    && cap.type() == other.cap.type()
                    && cap.counts() == other.cap.counts()
                    && Objects.equals(cap.timeZone(), other.cap.timeZone());
        }
    }

    private static List<Held> held(String pointer, List<? extends CapEntry> caps) {
        List<Held> all = new ArrayList<>();
        add(pointer, caps, Set.of(), null, all);
        return all;
    }

    private static void add(
            String pointer, List<? extends CapEntry> caps, Set<RuleSet> around, @Nullable Cap parent, List<Held> all) {
        for (int i = 0; i < caps.size(); i++) {
            if (caps.get(i) instanceof Cap cap) {
                Set<RuleSet> rules = new HashSet<>(around);
                if (cap.ruleSet() != null) {
                    rules.add(cap.ruleSet());
                }
                all.add(new Held(cap, pointer + "/" + i, rules, parent));
                add(pointer + "/" + i + "/caps", cap.caps(), rules, cap, all);
            }
        }
    }

    private static void compare(List<Held> caps, Found found) {
        for (Held held : caps) {
            caps.stream()
                    .filter(other -> other != held && other.countsAllOf(held) && !isToldOfNesting(other, held))
                    .filter(other -> isReachedFirst(other.cap, held.cap))
                    .findFirst()
                    .ifPresent(other -> tell(held, other, found));
        }
    }

    /** Another check speaks of a cap that is larger than the one around it for as long a time. */
    private static boolean isToldOfNesting(Held other, Held held) {
        return other.cap == held.parent
                && windows(held.cap.window(), other.cap.window()).compareTo(BigDecimal.ONE) >= 0
                && windows(other.cap.window(), held.cap.window()).compareTo(BigDecimal.ONE) <= 0;
    }

    private static void tell(Held held, Held other, Found found) {
        found.warning(
                "cap_never_reached",
                held.pointer + "/maximum",
                "the cap allows " + held.cap.maximum().toPlainString() + ", but '" + other.cap.id() + "' with its "
                        + other.cap.maximum().toPlainString()
                        + " is always reached before; lower this one or remove it");
    }

    private static boolean isReachedFirst(Cap other, Cap cap) {
        BigDecimal windows = windows(other.window(), cap.window());
        return windows.signum() > 0 && other.maximum().multiply(windows).compareTo(cap.maximum()) < 0;
    }

    /** How many windows like {@code inner} one like {@code outer} touches at most; 0 where nobody can say. */
    private static BigDecimal windows(CapWindow inner, CapWindow outer) {
        if (inner instanceof CapWindow.Total) {
            return BigDecimal.ONE;
        }
        if (inner instanceof CapWindow.Calendar a && outer instanceof CapWindow.Calendar b) {
            return BigDecimal.valueOf(CalendarLengths.touched(a.length(), b.length()));
        }
        if (inner instanceof CapWindow.Rolling a && outer instanceof CapWindow.Rolling b) {
            long one = seconds(a.length());
            return one < 1 ? BigDecimal.ZERO : BigDecimal.valueOf((seconds(b.length()) + one - 1) / one);
        }
        return BigDecimal.ZERO;
    }

    private static long seconds(Window window) {
        return window.interval().unit().getDuration().toSeconds() * Math.max(0, window.value());
    }
}
