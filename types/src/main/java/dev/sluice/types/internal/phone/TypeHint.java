package dev.sluice.types.internal.phone;

import dev.sluice.types.Null;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import dev.sluice.types.Whitespace;

/**
 * The letter behind a number that says what kind it is, and the text without it.
 *
 * @param number the text without the letter; just as given when there is none
 * @param kind home, work, mobile or null
 */
record TypeHint(Text number, Value kind) {
    private static final Text HOME = new Text("home");
    private static final Text WORK = new Text("work");
    static final Text MOBILE = new Text("mobile");

    /** The hint at the end of {@code raw}. The last letter of a word is none: {@code call after 5pm}. */
    static TypeHint of(Text raw) {
        String text = raw.value();
        int end = text.length();
        boolean bracketed = end > 2 && text.charAt(end - 1) == ')' && text.charAt(end - 3) == '(';
        int at = bracketed ? end - 2 : end - 1;
        Value kind = at < 1 ? Null.NULL : kind(text.charAt(at));
        int cut = bracketed ? at - 1 : at;
        if (kind == Null.NULL || cut < 1 || Character.isLetter(text.charAt(cut - 1))) {
            return new TypeHint(raw, Null.NULL);
        }
        return new TypeHint(new Text(Whitespace.trim(text.substring(0, cut))), kind);
    }

    private static Value kind(char letter) {
        return switch (letter) {
            case 'h' -> HOME;
            case 'w' -> WORK;
            case 'c', 'm' -> MOBILE;
            default -> Null.NULL;
        };
    }
}
