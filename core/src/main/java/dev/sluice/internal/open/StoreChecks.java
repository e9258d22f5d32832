package dev.sluice.internal.open;

import dev.sluice.flow.DurabilityClass;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.internal.wiring.Wiring;
import dev.sluice.rules.Finding;
import dev.sluice.store.Durability;
import dev.sluice.types.Pii;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Holds a flow against the store that is to keep its leads. */
final class StoreChecks {
    private final Wiring wiring;
    private final Durability promised;
    private final List<Finding> findings = new ArrayList<>();

    private final boolean sealing;

    /** @param sealing whether the store seals personal values */
    StoreChecks(Wiring wiring, Durability promised, boolean sealing) {
        this.wiring = wiring;
        this.promised = promised;
        this.sealing = sealing;
    }

    List<Finding> check(FlowDefinition flow) {
        demanded(flow.durability());
        if (flow.duplicateCheck() != null) {
            indexKey();
        }
        if (wiring.workingKeys() == null && promised != Durability.MEMORY) {
            fields(flow.fields(), "/fields/");
            for (int i = 0; i < flow.sources().size(); i++) {
                fields(flow.sources().get(i).fields(), "/sources/" + i + "/fields/");
            }
        }
        return findings;
    }

    private void demanded(DurabilityClass demanded) {
        if (promised.compareTo(Durability.valueOf(demanded.name())) < 0) {
            findings.add(Finding.error(
                    "weak_store",
                    "/durability",
                    "The flow demands '" + demanded.name().toLowerCase(Locale.ROOT) + "', and the store promises '"
                            + promised.name().toLowerCase(Locale.ROOT) + "'. Bring another store with .store(...)."));
        }
    }

    /** Whoever knows the key can try addresses until a hash fits: then a person who was forgotten is known again. */
    private void indexKey() {
        if (promised == Durability.MEMORY || !wiring.hasGuessableKey()) {
            return;
        }
        String text = "Repeated leads are recognised by hashes under a key that anybody can guess: the account's name."
                + " Give a secret one with .indexKey(...).";
        findings.add(
                sealing
                        ? Finding.error("no_index_key", "/duplicateCheck", text)
                        : Finding.warning("no_index_key", "/duplicateCheck", text));
    }

    private void fields(List<FieldDefinition> fields, String pointer) {
        for (int i = 0; i < fields.size(); i++) {
            if (isSecret(fields.get(i))) {
                findings.add(Finding.warning(
                        "no_working_keys",
                        pointer + i,
                        "The values of '" + fields.get(i).id() + "' are secret, and no keys are given that outlive this"
                                + " process: a lead that has one cannot go on after a restart. Give keys with"
                                + " .workingKeys(...)."));
            }
        }
    }

    private boolean isSecret(FieldDefinition field) {
        return field.pii() == Pii.SECRET
                || field.pii() == null
                        && wiring.types()
                                .named(field.type())
                                .filter(type -> type.pii() == Pii.SECRET)
                                .isPresent();
    }
}
