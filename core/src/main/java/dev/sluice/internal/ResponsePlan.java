package dev.sluice.internal;

import dev.sluice.types.Obj;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.List;

/** What the source is told: the values at some paths, under those paths. What is missing is left out. */
final class ResponsePlan {
    private final List<Part> parts;

    ResponsePlan(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    record Part(TargetPath target, Ref ref) {}

    Obj answer(Scope scope) {
        Tree tree = new Tree();
        for (Part part : parts) {
            Value value = part.ref().read(scope).plain();
            if (!value.isMissing()) {
                tree.put(part.target(), value);
            }
        }
        return tree.build();
    }
}
