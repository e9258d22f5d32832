package dev.sluice.templates.internal.program;

/** A piece of a program that writes text. Immutable; all that changes while it runs is in the {@link Frame}. */
abstract class Node {
    abstract void run(Frame frame, StringBuilder out);
}
