package dev.sluice.types.internal.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Paths without {@code .} and {@code ..}, also in their encoded spellings, and with slashes for backslashes. */
final class DotSegments {
    private DotSegments() {}

    /** {@code path} resolved; always starts with a slash. */
    static String resolve(String path) {
        String slashed = path.replace('\\', '/');
        if (slashed.isEmpty()) {
            return "/";
        }
        return hasDots(slashed) ? resolved(slashed) : slashed;
    }

    private static boolean hasDots(String path) {
        return path.contains("/.") || path.contains("%2e") || path.contains("%2E");
    }

    private static String resolved(String path) {
        Deque<String> segments = new ArrayDeque<>();
        int from = 1;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            add(segments, path.substring(from, to), slash < 0);
            from = to + 1;
        }
        StringBuilder out = new StringBuilder(path.length());
        segments.forEach(segment -> out.append('/').append(segment));
        return out.toString();
    }

    private static void add(Deque<String> segments, String segment, boolean last) {
        int dots = dots(segment);
        if (dots == 2) {
            segments.pollLast();
        }
        if (dots == 0) {
            segments.addLast(segment);
        } else if (last) {
            segments.addLast("");
        }
    }

    /** 1 or 2 when the segment is nothing but so many dots, else 0. */
    private static int dots(String segment) {
        if (segment.length() > 6) {
            return 0;
        }
        String plain = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
        return plain.equals(".") ? 1 : plain.equals("..") ? 2 : 0;
    }
}
