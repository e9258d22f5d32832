package dev.sluice.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with tokens: {@code leads_{date}.csv}. {@code {{batch.name}}} and the like of the older documents are read as
 * the tokens that they stand for. Immutable.
 */
public final class FilePattern {
    private static final Pattern TOKEN = Pattern.compile("\\{\\{?\\s*([^{}]*?)\\s*}}?");

    private final String text;

    private FilePattern(String text) {
        this.text = text;
    }

    public static FilePattern of(String text) {
        return new FilePattern(text);
    }

    /** The names in braces that are no tokens, in order; with any of them it cannot be filled. */
    public List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            if (!FileTokens.isKnown(canonical(tokens.group(1)))) {
                unknown.add(tokens.group(1));
            }
        }
        return unknown;
    }

    /**
     * The text with each token's value in its place.
     *
     * @throws IllegalArgumentException if there is an unknown one
     */
    public String fill(FileTokens tokens) {
        return TOKEN.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(tokens.value(canonical(match.group(1)))));
    }

    private static String canonical(String name) {
        return switch (name) {
            case "batch.name" -> "batch";
            case "delivery.date" -> "date";
            case "lead.count" -> "count";
            default -> name;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
