package dev.sluice.templates.internal.program;

import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Uses a partial. */
final class PartialNode extends Node {
    private final String name;
    private final @Nullable Expr context;
    private final Map<String, Expr> named;
    private final @Nullable Body block;
    private final String indent;
    private final Place place;

    PartialNode(
            String name,
            @Nullable Expr context,
            Map<String, Expr> named,
            @Nullable Body block,
            String indent,
            Place place) {
        this.name = name;
        this.context = context;
        this.named = named;
        this.block = block;
        this.indent = indent;
        this.place = place;
    }

    @Override
    void run(Frame frame, StringBuilder out) {
        if (++frame.depth > frame.limits.depth()) {
            throw place.fault("partials call each other deeper than " + frame.limits.depth());
        }
        Definition before = frame.partials;
        Definition own = block == null ? null : Definition.block(block, frame);
        Definition found = Definition.find(name, before);
        if (block != null) {
            block.define(frame);
            found = Definition.find(name, frame.partials) == null ? own : Definition.find(name, frame.partials);
        }
        if (found == null) {
            throw place.fault("no partial named " + name + " is known here");
        }
        call(found, own, frame, out);
        frame.partials = before;
        frame.depth--;
    }

    private void call(Definition found, @Nullable Definition own, Frame frame, StringBuilder out) {
        Context before = frame.context;
        frame.context = context(found, frame);
        frame.partials = found.known(frame);
        if (own != null && found != own) {
            frame.partials = own.on(frame.partials);
        }
        int start = out.length();
        found.body.run(frame, out);
        frame.context = before;
        if (!indent.isEmpty()) {
            indent(out, start);
            frame.checkOutput(out, place);
        }
    }

    private Context context(Definition found, Frame frame) {
        Context given = context == null ? frame.context : Context.of(context.value(frame), found.around());
        if (!named.isEmpty()) {
            return Context.over(given, names(frame), found.around());
        }
        if (context != null || given == found.context || given == found.around()) {
            return given;
        }
        return Context.over(given, Obj.EMPTY, found.around());
    }

    private Obj names(Frame frame) {
        Map<String, Value> names = new LinkedHashMap<>();
        named.forEach((key, expr) -> names.put(key, expr.value(frame)));
        names.values().removeIf(Missing.MISSING::equals);
        return Obj.of(names);
    }

    /** Every line that the partial wrote moves to where its tag stood. */
    private void indent(StringBuilder out, int start) {
        String text = out.substring(start);
        out.setLength(start);
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            out.append(indent).append(text, from, next);
            from = next;
        }
    }
}
