package dev.sluice.internal;

import dev.sluice.types.Obj;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.List;

/** What the source is told: the values at some paths, under those paths. What is missing is left out. */
final class ResponsePlan {
    private final Ref[] refs;
    private final Mold mold;

    ResponsePlan(List<Ref> refs) {
        this.refs = refs.toArray(Ref[]::new);
        this.mold = Mold.of(refs.stream().map(ref -> TargetPath.of(ref.path())).toList());
    }

    Obj answer(Scope scope) {
        Value[] values = new Value[refs.length];
        for (int i = 0; i < refs.length; i++) {
            values[i] = refs[i].read(scope).plain();
        }
        return mold.pour(values);
    }
}
