package dev.sluice.internal.compile;

import dev.sluice.flow.BatchDefinition;
import dev.sluice.internal.batch.Column;
import dev.sluice.internal.wiring.Wiring;
import dev.sluice.types.Layout;
import dev.sluice.types.Stage;
import java.util.List;
import java.util.Map;

/** Compiles the columns of a batch. Leads of several flows stand in it, so names are looked up as they come. */
public final class ColumnCompiler {
    private final Wiring wiring;

    public ColumnCompiler(Wiring wiring) {
        this.wiring = wiring;
    }

    public List<Column> compile(BatchDefinition batch) {
        Pieces pieces = new Pieces(Layout.builder().build(), wiring, Map.of());
        return batch.fields().stream()
                .map(field -> new Column(
                        field.property(),
                        pieces.rules(field.ruleSet(), Stage.STEP),
                        pieces.value(field, Stage.STEP),
                        field.required()))
                .toList();
    }
}
