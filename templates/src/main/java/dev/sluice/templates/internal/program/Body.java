package dev.sluice.templates.internal.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pieces of a template or block, and the partials that it defines. */
final class Body {
    static final Body NONE = new Body(List.of(), List.of(), null);

    private final Node[] nodes;
    private final Inline[] inlines;
    private final @Nullable Place place;

    Body(List<Node> nodes, List<Inline> inlines, @Nullable Place place) {
        this.nodes = nodes.toArray(Node[]::new);
        this.inlines = inlines.toArray(Inline[]::new);
        this.place = place;
    }

    /** A partial as it is written: its name and its body. */
    record Inline(String name, Body body) {}

    Node[] nodes() {
        return nodes;
    }

    void run(Frame frame, StringBuilder out) {
        if (place == null) {
            return;
        }
        frame.spend(nodes.length + 1, out, place);
        if (inlines.length > 0) {
            runDefining(frame, out);
        } else {
            runAll(frame, out);
        }
    }

    private void runDefining(Frame frame, StringBuilder out) {
        Definition before = frame.partials;
        define(frame);
        runAll(frame, out);
        frame.partials = before;
    }

    /** Makes the partials of this body known. */
    void define(Frame frame) {
        for (Inline inline : inlines) {
            frame.partials = Definition.inline(inline.name(), inline.body(), frame);
        }
    }

    private void runAll(Frame frame, StringBuilder out) {
        for (Node node : nodes) {
            node.run(frame, out);
        }
    }
}
