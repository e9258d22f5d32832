package dev.sluice.internal;

import dev.sluice.internal.record.SetSecrets;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The secret values of a lead, of which the log has only masks.
 *
 * @param given as they came, by the fields' ids
 * @param set what steps have given secret fields since, in order
 */
record LeadSecrets(Obj given, List<SetSecrets> set) {
    static final LeadSecrets NONE = new LeadSecrets(Obj.EMPTY, List.of());

    LeadSecrets {
        set = List.copyOf(set);
    }

    /** These and what the event with number {@code seq} has set. */
    LeadSecrets and(int seq, Obj raw) {
        List<SetSecrets> all = new ArrayList<>(set);
        all.add(new SetSecrets(seq, raw));
        return new LeadSecrets(given, all);
    }

    /** Those that came and are not blank. */
    LeadSecrets present() {
        Obj present = Obj.EMPTY;
        for (Map.Entry<String, Value> secret : given.members().entrySet()) {
            present = secret.getValue().isBlank() ? present : present.with(secret.getKey(), secret.getValue());
        }
        return new LeadSecrets(present, set);
    }

    /**
     * Recorded data with the values whose masks stand there, as they were with the event with number {@code seq}.
     *
     * @param parsed reads what was set as the fields' types
     */
    Scope in(Scope recorded, long seq, UnaryOperator<Obj> parsed) {
        Obj lead = recorded.section(Section.LEAD);
        for (Map.Entry<String, Value> secret : then(seq, parsed).members().entrySet()) {
            if (lead.get(secret.getKey()) instanceof Typed typed && typed.masked()) {
                lead = lead.with(secret.getKey(), secret.getValue());
            }
        }
        return recorded.with(Section.LEAD, lead);
    }

    private Obj then(long seq, UnaryOperator<Obj> parsed) {
        Obj then = given;
        for (SetSecrets each : set) {
            then = each.seq() <= seq ? then.merge(parsed.apply(each.raw())) : then;
        }
        return then;
    }
}
