package dev.sluice.internal.mapping;

import dev.sluice.templates.TemplateException;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mappings of one stage that failed on a lead's data; they end up in the detail of the stage's event. */
public final class MappingFaults {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.mapping");
    private static final Shape FAULT = Shape.of("property", "fault");

    private List<Value> faults = List.of();
    private @Nullable String lacking;

    public void add(String property, TemplateException fault) {
        LOG.warn("mapping of {} failed: {}", property, fault.getMessage());
        faults = faults.isEmpty() ? new ArrayList<>() : faults;
        faults.add(Obj.of(FAULT, new Text(property), new Text(String.valueOf(fault.getMessage()))));
    }

    /** Notes that a required property has no value. */
    void lacks(String property) {
        if (lacking == null) {
            lacking = property;
        }
    }

    /** Why nothing may be sent; null when everything required is there. */
    @Nullable public String refusal() {
        return lacking == null ? null : "Missing required property: " + lacking;
    }

    /** What an event's detail holds of them; empty when there are none. */
    public Obj detail() {
        return faults.isEmpty() ? Obj.EMPTY : Obj.EMPTY.with("mapping_faults", Arr.of(faults));
    }
}
