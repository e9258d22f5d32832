package dev.sluice.templates.internal.program;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pieces of a template or block, and the partials that it defines. Text stands before, between and behind the nodes. */
final class Body {
    static final Body NONE = new Body(List.of(""), List.of(), List.of(), null);

    private final String[] words;
    private final Node[] nodes;
    private final Inline[] inlines;
    private final @Nullable Place place;
    private final int likelyLength;

    /** A body in which {@code words} has one entry more than {@code nodes}. */
    Body(List<String> words, List<Node> nodes, List<Inline> inlines, @Nullable Place place) {
        this.words = words.toArray(String[]::new);
        this.nodes = nodes.toArray(Node[]::new);
        this.inlines = inlines.toArray(Inline[]::new);
        this.place = place;
        this.likelyLength =
                16 * nodes.size() + words.stream().mapToInt(String::length).sum();
    }

    static Body only(Node node, Place place) {
        return new Body(List.of("", ""), List.of(node), List.of(), place);
    }

    /** A partial as it is written: its name and its body. */
    record Inline(String name, Body body) {}

    /** The only node, when there is nothing but white space around it. */
    @Nullable Node single() {
        boolean alone = nodes.length == 1 && words[0].isBlank() && words[1].isBlank();
        return alone ? nodes[0] : null;
    }

    /** How many characters are likely written once. */
    int likelyLength() {
        return likelyLength;
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
        int count = nodes.length;
        for (int i = 0; i < count; i++) {
            if (!words[i].isEmpty()) {
                out.append(words[i]);
            }
            Node node = nodes[i];
            // Nearly every node is one of these; a call that the JIT sees through is worth the test.
            if (node instanceof PrintNode print) {
                print.run(frame, out);
            } else {
                node.run(frame, out);
            }
        }
        out.append(words[count]);
    }

    /** The node of a body made by {@link #only}. */
    Node node() {
        return Objects.requireNonNull(single(), "single");
    }
}
