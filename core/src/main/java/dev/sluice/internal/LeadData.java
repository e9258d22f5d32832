package dev.sluice.internal;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Erased;
import dev.sluice.internal.record.StepOutcome;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data of one lead on its way, as they are now. Used by one thread. */
public final class LeadData {
    private final Steps steps;
    private Scope scope;

    /** @param steps know what steps of sub-flows are called there */
    LeadData(Scope first, Steps steps) {
        this.scope = first;
        this.steps = steps;
    }

    public Scope scope() {
        return scope;
    }

    void scope(Scope next) {
        this.scope = next;
    }

    /** Appends data under {@code key} over what is there; absent members stay. */
    public void append(String key, Obj data) {
        scope = appended(scope, key, data);
    }

    /** The data with more under {@code key}. */
    public static Scope appended(Scope scope, String key, Obj data) {
        if (data.isBlank()) {
            return scope;
        }
        Obj appended = scope.section(Section.APPENDED);
        Obj merged = appended.get(key) instanceof Obj there ? there.merge(data) : data;
        return scope.with(Section.APPENDED, appended.with(key, merged));
    }

    /** Notes how a step ended, and what it appended under {@code key}. */
    public void stepEnded(String step, Outcome outcome, @Nullable String reason, String key, Obj data) {
        Obj appended = scope.section(Section.APPENDED);
        Obj merged = appended.get(key) instanceof Obj there ? there.merge(data) : data;
        scope = scope.with(Section.APPENDED, appended.with(key, merged), Section.STEPS, ends(step, outcome, reason));
    }

    /** Notes how a step ended, for the steps after it. */
    public void stepEnded(String step, Outcome outcome, @Nullable String reason) {
        scope = withStep(step, outcome, reason);
    }

    /** The data as it is once a step has ended; a step of a sub-flow is known by its own id, too. */
    public Scope withStep(String step, Outcome outcome, @Nullable String reason) {
        return scope.with(Section.STEPS, ends(step, outcome, reason));
    }

    private Obj ends(String step, Outcome outcome, @Nullable String reason) {
        Obj end = StepOutcome.of(outcome, reason);
        Obj ends = scope.section(Section.STEPS).with(step, end);
        String ownId = steps.ownId(step);
        return ownId == null ? ends : ends.with(ownId, end);
    }

    /** No recipient is being asked. */
    public void withoutRecipient() {
        scope = scope.with(Section.RECIPIENT, Obj.EMPTY);
    }

    /** The fields whose values are gone: there are only masks of them. */
    List<String> missing() {
        return scope.section(Section.LEAD).members().entrySet().stream()
                .filter(field -> field.getValue() instanceof Typed typed && typed.masked())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether its data were made unreadable while it was open: then nobody gets what is left of it. */
    public boolean isErased() {
        return Erased.isIn(scope);
    }
}
