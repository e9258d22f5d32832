package dev.sluice.templates.internal.syntax;

import dev.sluice.templates.internal.syntax.Token.Kind;
import dev.sluice.templates.internal.syntax.Token.Tag;
import dev.sluice.templates.internal.syntax.Token.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Takes away the white space that tags ask for: all of it beside a {@code ~}, and the rest of the line of a block tag,
 * comment or partial that stands alone on it.
 */
final class Lines {
    /** An open block without an else-branch that has a condition. */
    private static final int NO_CHAIN = -1;
    /** An open block in the first of such branches. */
    private static final int FIRST_LINK = -2;

    private final List<Token> tokens;
    private final int[] from;
    private final int[] to;
    private final Deque<Integer> chains = new ArrayDeque<>();

    private Lines(List<Token> tokens) {
        this.tokens = new ArrayList<>(tokens);
        this.from = new int[tokens.size()];
        this.to = new int[tokens.size()];
        for (int i = 0; i < to.length; i++) {
            to[i] = text(i).length();
        }
    }

    static List<Token> trim(List<Token> tokens) {
        Lines lines = new Lines(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Tag tag) {
                lines.trimAround(i, tag);
            }
        }
        return lines.cut();
    }

    private List<Token> cut() {
        List<Token> cut = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Tag tag) {
                cut.add(tag);
            } else if (from[i] < to[i]) {
                cut.add(new Words(text(i).substring(from[i], to[i])));
            }
        }
        return cut;
    }

    private void trimAround(int i, Tag tag) {
        int chainEnd = follow(tag, i);
        if (tag.trimBefore() && i > 0) {
            to[i - 1] = Math.min(to[i - 1], afterText(text(i - 1)));
        }
        if (tag.trimAfter() && i + 1 < from.length) {
            from[i + 1] = Math.max(from[i + 1], beforeText(text(i + 1)));
        }
        if (tag.kind().mayStandAlone() && beginsLine(chainEnd < 0 ? i : chainEnd) && endsLine(i)) {
            takeLine(i, tag, chainEnd < 0);
        }
    }

    /**
     * Keeps track of chains of else-branches with conditions. A tag that closes one is alone on its line when the tag
     * behind the first of these branches is, and its indent belongs to the text before it: so Handlebars has it.
     *
     * @return the place of the tag behind the first branch if {@code tag} closes a chain, else -1
     */
    private int follow(Tag tag, int i) {
        if (tag.kind().opens()) {
            chains.push(NO_CHAIN);
        } else if (!chains.isEmpty() && tag.kind() == Kind.ELSE_CHAIN && chains.peek() == NO_CHAIN) {
            chains.pop();
            chains.push(FIRST_LINK);
        } else if (!chains.isEmpty() && (tag.kind() == Kind.ELSE || tag.kind() == Kind.ELSE_CHAIN)) {
            int chain = chains.pop();
            chains.push(chain == FIRST_LINK ? i : chain);
        } else if (!chains.isEmpty() && tag.kind() == Kind.CLOSE) {
            int chain = chains.pop();
            return chain == FIRST_LINK ? i : chain;
        }
        return NO_CHAIN;
    }

    private void takeLine(int i, Tag tag, boolean withIndent) {
        if (i > 0 && withIndent) {
            int start = lineStart(text(i - 1));
            if (tag.kind() == Kind.PARTIAL && !tag.trimBefore()) {
                tokens.set(i, tag.indented(text(i - 1).substring(start)));
            }
            to[i - 1] = Math.min(to[i - 1], start);
        }
        if (i + 1 < from.length) {
            from[i + 1] = Math.max(from[i + 1], lineEnd(text(i + 1)));
        }
    }

    private boolean beginsLine(int i) {
        if (i == 0) {
            return true;
        }
        int start = lineStart(text(i - 1));
        return isWords(i - 1)
                && (start > 0 || (i == 1 && isBlank(text(0), 0, text(0).length())))
                && isBlank(text(i - 1), start, text(i - 1).length());
    }

    private boolean endsLine(int i) {
        if (i + 1 == from.length) {
            return true;
        }
        String next = text(i + 1);
        int end = next.indexOf('\n');
        boolean last = i + 2 == from.length;
        return isWords(i + 1) && (end >= 0 ? isBlank(next, 0, end) : last && isBlank(next, 0, next.length()));
    }

    private boolean isWords(int i) {
        return tokens.get(i) instanceof Words;
    }

    private String text(int i) {
        return tokens.get(i) instanceof Words words ? words.text() : "";
    }

    private static int lineStart(String text) {
        return text.lastIndexOf('\n') + 1;
    }

    private static int lineEnd(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text.length() : end + 1;
    }

    private static int afterText(String text) {
        int end = text.length();
        while (end > 0 && Letters.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int beforeText(String text) {
        int start = 0;
        while (start < text.length() && Letters.isSpace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Letters.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
