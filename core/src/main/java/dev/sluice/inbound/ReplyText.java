package dev.sluice.inbound;

import dev.sluice.flow.ResponseFormat;
import dev.sluice.json.ValueJson;
import dev.sluice.templates.Escape;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;

/** Writes the members of an answer in one of the formats. */
final class ReplyText {
    private final StringBuilder out = new StringBuilder(128);

    private ReplyText() {}

    static String of(Obj content, ResponseFormat format) {
        ReplyText text = new ReplyText();
        switch (format) {
            case JSON -> text.out.append(ValueJson.write(content));
            case XML -> text.document(content);
            case TEXT -> text.lines("", content);
        }
        return text.out.toString();
    }

    static String mediaType(ResponseFormat format) {
        return switch (format) {
            case JSON -> "application/json; charset=utf-8";
            case XML -> "application/xml; charset=utf-8";
            case TEXT -> "text/plain; charset=utf-8";
        };
    }

    private void document(Obj content) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        element("result", content);
    }

    private void element(String name, Value value) {
        if (value instanceof Arr arr) {
            arr.values().forEach(each -> element(name, each));
            return;
        }
        if (value.isMissing()) {
            return;
        }
        String tag = tag(name);
        out.append('<').append(tag).append('>');
        if (value instanceof Obj obj) {
            obj.members().forEach(this::element);
        } else {
            Escape.XML.append(value.text(), out);
        }
        out.append("</").append(tag).append('>');
    }

    /** A name that XML allows, as near to {@code name} as may be. */
    private static String tag(String name) {
        StringBuilder tag = new StringBuilder(name.length());
        name.chars().forEach(c -> tag.append(isPlain(c) ? (char) c : '_'));
        boolean starts = !tag.isEmpty() && (Character.isLetter(tag.charAt(0)) || tag.charAt(0) == '_');
        return starts ? tag.toString() : "_" + tag;
    }

    private static boolean isPlain(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
    }

    private void lines(String prefix, Obj content) {
        content.members().forEach((name, value) -> {
            String whole = prefix.isEmpty() ? name : prefix + "_" + name;
            if (value instanceof Obj obj) {
                lines(whole, obj);
            } else if (!value.isMissing()) {
                line(whole, value.text());
            }
        });
    }

    /** A value never begins a line of its own. */
    private void line(String name, String text) {
        String plain = text.replace('\r', ' ').replace('\n', ' ');
        out.append(name.replace('\r', ' ').replace('\n', ' ')).append(':');
        out.append(plain.isEmpty() ? "" : " ").append(plain).append('\n');
    }
}
