package dev.sluice.json;

import dev.sluice.InvalidFlowException;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.json.internal.flow.BatchForm;
import dev.sluice.json.internal.tree.Faults;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.rules.Finding;
import java.util.List;

/** Batches by themselves as JSON, as a store keeps them. */
public final class BatchJson {
    private BatchJson() {}

    /** The batch as JSON on one line. */
    public static String write(BatchDefinition batch) {
        return ValueJson.canonical(BatchForm.write(batch));
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws InvalidFlowException with everything that is wrong with it
     */
    public static BatchDefinition read(String json) {
        Faults faults = new Faults();
        try {
            BatchDefinition batch = BatchForm.read(new Node(ValueJson.read(json, JsonLimits.definition()), "", faults));
            if (!faults.isEmpty()) {
                throw new InvalidFlowException(faults.with(List.of()));
            }
            return batch;
        } catch (InvalidJsonException e) {
            throw new InvalidFlowException(List.of(Finding.error(e.code(), "", String.valueOf(e.getMessage()))));
        }
    }
}
