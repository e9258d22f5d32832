package dev.sluice.templates.internal.date;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A pattern of date tokens, compiled: {@code dddd, MMMM Do YYYY [at] h:mm A}. Immutable. */
public final class DatePattern {
    private static final String SYMBOLS = "MQDdeEuwWYygGAaHhkmsSzZxXLl";

    private final List<Field> fields;
    private final Names names;

    private DatePattern(List<Field> fields, Names names) {
        this.fields = List.copyOf(fields);
        this.names = names;
    }

    /** Compiles {@code pattern} with the names of {@code locale}; letters that are no token stand for themselves. */
    public static DatePattern of(String pattern, Locale locale) {
        List<Field> fields = new ArrayList<>();
        Names names = new Names(locale);
        add(pattern, names, fields);
        return new DatePattern(fields, names);
    }

    /** {@code moment} as text. */
    public String format(ZonedDateTime moment) {
        StringBuilder out = new StringBuilder();
        for (Field field : fields) {
            field.write(moment, names, out);
        }
        return out.toString();
    }

    private static void add(String pattern, Names names, List<Field> fields) {
        int at = 0;
        while (at < pattern.length()) {
            int close = pattern.charAt(at) == '[' ? pattern.indexOf(']', at) : -1;
            if (close > 0) {
                fields.add(Field.literal(pattern.substring(at + 1, close)));
                at = close + 1;
            } else {
                String token = token(pattern, at);
                addToken(token, names, fields);
                at += token.length();
            }
        }
    }

    /** The longest token that begins at {@code at}, or one character. */
    private static String token(String pattern, int at) {
        if (SYMBOLS.indexOf(pattern.charAt(at)) < 0) {
            return pattern.substring(at, at + 1);
        }
        int end = at + 1;
        for (int length = Math.min(10, pattern.length() - at); length > 1; length--) {
            if (Tokens.isToken(pattern.substring(at, at + length))) {
                end = at + length;
                break;
            }
        }
        return pattern.substring(at, end);
    }

    private static void addToken(String token, Names names, List<Field> fields) {
        String localised = names.localised(token);
        if (localised != null) {
            add(localised, names, fields);
        } else {
            fields.add(Tokens.isToken(token) ? Tokens.field(token) : Field.literal(token));
        }
    }
}
