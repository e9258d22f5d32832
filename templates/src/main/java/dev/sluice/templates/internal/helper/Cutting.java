package dev.sluice.templates.internal.helper;

import dev.sluice.types.At;
import dev.sluice.types.Text;
import dev.sluice.types.Value;

/** Parts of a text by place, in UTF-16 units; places beyond its ends mean its ends. */
final class Cutting {
    private Cutting() {}

    /** {@code start} and {@code end} count from 1, both included. */
    static Value fromTo(Value[] arguments, At at) {
        if (arguments[0].isAbsent()) {
            return arguments[0];
        }
        String text = Values.text(arguments[0]);
        int start = Values.whole(arguments[1], 1);
        int end = Values.whole(arguments[2], text.length());
        return cut(text, start - 1L, end);
    }

    /** {@code start} counts from 0, or back from the end when it is negative. */
    static Value fromLength(Value[] arguments, At at) {
        if (arguments[0].isAbsent()) {
            return arguments[0];
        }
        String text = Values.text(arguments[0]);
        long start = Values.whole(arguments[1], 0);
        start = start < 0 ? Math.max(0, text.length() + start) : start;
        return cut(text, start, start + Values.whole(arguments[2], text.length()));
    }

    private static Value cut(String text, long from, long to) {
        int start = (int) Math.max(0, Math.min(from, text.length()));
        int end = (int) Math.max(start, Math.min(to, text.length()));
        return new Text(text.substring(start, end));
    }
}
