package dev.sluice.types.internal.mail;

import dev.sluice.types.internal.web.HostName;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The fast way for addresses as nearly everyone writes them: ASCII, no quotes, comments or blanks. What it accepts, it
 * reads as {@link AddressReader} does; everything else it leaves to that.
 */
final class PlainAddress {
    private static final int LONGEST = Address.LONGEST_USER + 1 + HostName.LONGEST;

    /** By character: its lower case if it may stand in a mailbox, else 0. */
    private static final char[] IN_MAILBOX = inMailbox();

    private PlainAddress() {}

    private static char[] inMailbox() {
        char[] lower = new char[128];
        for (char c = '!'; c < 127; c++) {
            if (AddressReader.isAtomCharacter(c)) {
                lower[c] = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
            }
        }
        lower['.'] = '.';
        return lower;
    }

    /** The address that {@code text} is, or null when it is not plainly one. */
    static @Nullable Address read(String text) {
        int at = text.indexOf('@');
        if (at < 1 || at > Address.LONGEST_USER || text.length() > LONGEST) {
            return null;
        }
        String lower = mailboxIsPlain(text, at) ? lower(text, at) : null;
        return lower == null ? null : new Address(lower, at);
    }

    private static boolean mailboxIsPlain(String text, int at) {
        char before = '.';
        for (int i = 0; i < at; i++) {
            char c = text.charAt(i);
            if (c >= 128 || IN_MAILBOX[c] == 0 || (c == '.' && before == '.')) {
                return false;
            }
            before = c;
        }
        return before != '.';
    }

    /** The address in lower case when its domain is a legal host name, else null. */
    private static @Nullable String lower(String text, int at) {
        int capitals = HostName.capitalsOf(text, at + 1);
        if (capitals < 0) {
            return null;
        }
        for (int i = 0; i < at; i++) {
            capitals += text.charAt(i) != IN_MAILBOX[text.charAt(i)] ? 1 : 0;
        }
        return capitals == 0 ? text : text.toLowerCase(Locale.ROOT);
    }
}
