package dev.sluice.types.internal.phone;

import org.jspecify.annotations.Nullable;

/** Which digits of a number are hidden by asterisks, counted from the right end of what matters: digits, x and asterisks. */
final class HiddenDigits {
    private final String kept;

    private HiddenDigits(String kept) {
        this.kept = kept;
    }

    /** Whether {@code text} has letters, other than those before an extension, that might stand for digits. */
    static boolean areUnclear(String text) {
        return text.indexOf('*') >= 0 && text.chars().anyMatch(c -> Character.isLetter(c) && "extEXT".indexOf(c) < 0);
    }

    /** The hidden digits of {@code text}; null when there are none. */
    static @Nullable HiddenDigits of(String text) {
        if (text.indexOf('*') < 0) {
            return null;
        }
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == 'x' || (c >= '0' && c <= '9')) {
                kept.append(c);
            }
        }
        return new HiddenDigits(kept.toString());
    }

    /** {@code number} with the hidden digits as asterisks. */
    String hide(String number) {
        char[] hidden = number.toCharArray();
        for (int back = 1; back <= hidden.length && back <= kept.length(); back++) {
            if (kept.charAt(kept.length() - back) == '*' && hidden[hidden.length - back] != 'x') {
                hidden[hidden.length - back] = '*';
            }
        }
        return new String(hidden);
    }
}
