package dev.sluice.types.internal.mail;

import dev.sluice.types.internal.web.HostName;
import java.util.Locale;
import org.apache.commons.validator.routines.InetAddressValidator;
import org.jspecify.annotations.Nullable;

/** Reads one address by the grammar of RFC 5322, its obsolete forms included. One pass, no backtracking but one word. */
final class AddressReader {
    private static final int LONGEST = 4096;
    private static final int MAX_COMMENT_DEPTH = 32;
    private static final String SPECIALS = "()<>[]:;@\\,.\"";
    private static final char END = '\uffff';

    private final String text;
    private int at;

    private AddressReader(String text) {
        this.text = text;
    }

    /** The address in {@code text}, or null when there is not exactly one. */
    static @Nullable Address read(String text) {
        if (text.length() > LONGEST || text.indexOf('@') < 0) {
            return null;
        }
        return new AddressReader(Invisible.dropFrom(text)).address();
    }

    static boolean isAtomCharacter(char c) {
        return c > ' ' && c < 127 && SPECIALS.indexOf(c) < 0;
    }

    private @Nullable Address address() {
        Address bare = mailAndDomain();
        if (bare != null && isAtEnd()) {
            return bare;
        }
        at = 0;
        Address named = displayName() ? angled() : null;
        return named != null && isAtEnd() ? named : null;
    }

    /** Any words before the opening angle bracket; atoms and quoted texts, no dots. */
    private boolean displayName() {
        skipBlanks();
        while (peek() != '<') {
            boolean word = peek() == '"' ? quoted(new StringBuilder()) : atom(new StringBuilder());
            if (!word) {
                return false;
            }
            skipBlanks();
        }
        return true;
    }

    private @Nullable Address angled() {
        at++;
        skipBlanks();
        if (peek() == '@' && !route()) {
            return null;
        }
        Address address = mailAndDomain();
        if (address == null || peek() != '>') {
            return null;
        }
        at++;
        skipBlanks();
        return address;
    }

    /** The obsolete list of relays: {@code @a,@b:}. */
    private boolean route() {
        while (peek() == '@') {
            at++;
            skipBlanks();
            if (!words(new StringBuilder(), false)) {
                return false;
            }
            if (peek() == ',') {
                at++;
                skipBlanks();
            }
        }
        boolean closed = peek() == ':';
        at++;
        return closed;
    }

    private @Nullable Address mailAndDomain() {
        StringBuilder user = new StringBuilder();
        skipBlanks();
        if (!words(user, true) || peek() != '@' || user.length() > Address.LONGEST_USER) {
            return null;
        }
        at++;
        skipBlanks();
        String domain = peek() == '[' ? literal() : hostName();
        if (domain == null) {
            return null;
        }
        skipBlanks();
        String lowerUser = user.toString().toLowerCase(Locale.ROOT);
        return Address.of(lowerUser, domain);
    }

    private @Nullable String hostName() {
        StringBuilder domain = new StringBuilder();
        return words(domain, false) ? HostName.ascii(domain.toString()) : null;
    }

    /** Words with dots between them, blanks and comments around each. */
    private boolean words(StringBuilder out, boolean quotesAllowed) {
        while (true) {
            boolean word = quotesAllowed && peek() == '"' ? quoted(out) : atom(out);
            if (!word) {
                return false;
            }
            skipBlanks();
            if (peek() != '.') {
                return true;
            }
            at++;
            out.append('.');
            skipBlanks();
        }
    }

    private boolean atom(StringBuilder out) {
        int from = at;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c < 128 ? !isAtomCharacter((char) c) : !isVisible(c)) {
                break;
            }
            at += Character.charCount(c);
        }
        out.append(text, from, at);
        return at > from;
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** A quoted text as it is written, with its quotes and backslashes. */
    private boolean quoted(StringBuilder out) {
        int from = at++;
        while (peek() != '"') {
            at += peek() == '\\' ? 2 : 1;
            if (at >= text.length() || isForbiddenInQuotes(text.charAt(at - 1))) {
                return false;
            }
        }
        at++;
        out.append(text, from, at);
        return true;
    }

    private static boolean isForbiddenInQuotes(char c) {
        return c != '\t' && (c < ' ' || c == 127);
    }

    private @Nullable String literal() {
        int close = text.indexOf(']', at);
        if (close < 0) {
            return null;
        }
        String inside = text.substring(at + 1, close);
        at = close + 1;
        return isAddress(inside) ? "[" + inside.toLowerCase(Locale.ROOT) + "]" : null;
    }

    private static boolean isAddress(String inside) {
        InetAddressValidator addresses = InetAddressValidator.getInstance();
        return inside.regionMatches(true, 0, "IPv6:", 0, 5)
                ? addresses.isValidInet6Address(inside.substring(5))
                : addresses.isValidInet4Address(inside);
    }

    private boolean isAtEnd() {
        return at >= text.length();
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    /** Skips blanks, folded lines and comments; stops before what is none of these, also an unclosed comment. */
    private void skipBlanks() {
        while (true) {
            char c = peek();
            if (c == ' ' || c == '\t') {
                at++;
            } else if (c == '\r' && isFold()) {
                at += 3;
            } else if (c != '(' || !skipComment()) {
                return;
            }
        }
    }

    private boolean isFold() {
        return text.startsWith("\r\n", at) && at + 2 < text.length() && " \t".indexOf(text.charAt(at + 2)) >= 0;
    }

    private boolean skipComment() {
        int depth = 0;
        for (int i = at; i < text.length() && depth <= MAX_COMMENT_DEPTH; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                at = i + 1;
                return true;
            }
        }
        return false;
    }
}
