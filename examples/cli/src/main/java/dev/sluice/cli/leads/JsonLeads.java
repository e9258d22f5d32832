package dev.sluice.cli.leads;

import dev.sluice.json.InvalidJsonException;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Leads in JSON lines, an object each. */
final class JsonLeads extends Leads {
    private final Lines lines;
    private final LeadForm form;
    private final Consumer<BadLine> bad;

    JsonLeads(InputStream text, LeadForm form, Consumer<BadLine> bad) {
        this.lines = new Lines(text);
        this.form = form;
        this.bad = bad;
    }

    @Override
    @Nullable Lead find() {
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            try {
                if (!line.get().isBlank()) {
                    return form.lead(new LinkedHashMap<>(object(line.get()).members()));
                }
            } catch (UnreadableLeadException unreadable) {
                bad.accept(new BadLine(line.get().number(), unreadable.why()));
            }
        }
        return null;
    }

    private static Obj object(Lines.Line line) {
        String text = line.text().orElseThrow(() -> new UnreadableLeadException("it is no UTF-8, or too long"));
        try {
            if (ValueJson.read(text) instanceof Obj obj) {
                return obj;
            }
        } catch (InvalidJsonException invalid) {
            throw new UnreadableLeadException("column " + invalid.column() + ": " + invalid.fault());
        }
        throw new UnreadableLeadException("it is no JSON object");
    }
}
