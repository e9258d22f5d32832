package dev.sluice.templates.internal.program;

import dev.sluice.templates.Helper;
import dev.sluice.templates.HelperCall;
import dev.sluice.types.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A call of a helper that the host added; what it throws is told with the place of the call. */
final class HostCallExpr extends Expr {
    private final String name;
    private final Helper helper;
    private final List<Expr> arguments;
    private final Map<String, Expr> named;
    private final Place place;

    HostCallExpr(String name, Helper helper, List<Expr> arguments, Map<String, Expr> named, Place place) {
        this.name = name;
        this.helper = helper;
        this.arguments = List.copyOf(arguments);
        this.named = Map.copyOf(named);
        this.place = place;
    }

    @Override
    Value value(Frame frame) {
        List<Value> values = arguments.stream().map(e -> e.value(frame)).toList();
        Map<String, Value> namedValues = new LinkedHashMap<>();
        named.forEach((key, e) -> namedValues.put(key, e.value(frame)));
        HelperCall call = new HelperCall(values, namedValues, frame.at);
        try {
            return helper.apply(call);
        } catch (RuntimeException e) {
            // The message of the host's exception may hold a lead's values; its class does not.
            throw place.fault("helper " + name + " failed with " + e.getClass().getName());
        }
    }
}
