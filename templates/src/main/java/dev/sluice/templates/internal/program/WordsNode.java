package dev.sluice.templates.internal.program;

/** Text that is written as it is. */
final class WordsNode extends Node {
    final String words;

    WordsNode(String words) {
        this.words = words;
    }

    @Override
    void run(Frame frame, StringBuilder out) {
        out.append(words);
    }
}
