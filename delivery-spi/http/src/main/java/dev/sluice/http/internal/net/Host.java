package dev.sluice.http.internal.net;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;
import org.jspecify.annotations.Nullable;

/**
 * The host of an address: a name, or an address written out.
 *
 * @param text in the one form that is looked up and compared: lower case, no dot at the end, international names encoded
 * @param literal the address, when it is written out
 */
public record Host(String text, @Nullable InetAddress literal) {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern DOTTED = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]*|[0-9]+");
    private static final Pattern V6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");
    private static final int LONGEST = 253;
    private static final int IDEOGRAPHIC_DOT = 0x3002;
    /** Names that by their purpose never lead outside. */
    private static final Set<String> INSIDE = Set.of(
            "local",
            "localhost",
            "localdomain",
            "internal",
            "intranet",
            "private",
            "corp",
            "home",
            "lan",
            "onion",
            "alt",
            "arpa",
            "invalid");
    /** Names that look public, behind which clouds tell machines their secrets. */
    private static final Set<String> METADATA = Set.of("metadata.goog", "metadata.tencentyun.com");
    /** Names that stand in documentation and tests; they lead nowhere. */
    private static final Set<String> RESERVED = Set.of("example", "test");

    /** The host that {@code written} means; empty when it is none, or is written to look like another. */
    public static Optional<Host> of(String written) {
        if (written.startsWith("[")) {
            return written.endsWith("]") ? v6(written.substring(1, written.length() - 1)) : Optional.empty();
        }
        return ascii(written).flatMap(Host::named);
    }

    private static Optional<Host> v6(String written) {
        String text = written.toLowerCase(Locale.ROOT);
        if (!V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Host(text, InetAddress.getByName("[" + text + "]")));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** {@code written} in ASCII; letters that only look like dots, digits or names are no way around. */
    private static Optional<String> ascii(String written) {
        try {
            String folded = Normalizer.normalize(written, Normalizer.Form.NFKC);
            String text = IDN.toASCII(folded, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
            boolean disguised = !isAscii(written) && isNumeric(bare);
            return disguised || !hasLettersOnly(folded) || bare.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(bare);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether what is beyond ASCII is what names are made of; a sign that looks like a slash is not. */
    private static boolean hasLettersOnly(String folded) {
        return folded.codePoints().allMatch(c -> c < 0x80 || c == IDEOGRAPHIC_DOT || isLetter(c));
    }

    private static boolean isLetter(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static Optional<Host> named(String text) {
        List<String> labels = List.of(text.split("\\.", -1));
        if (!labels.stream().allMatch(label -> LABEL.matcher(label).matches())) {
            return Optional.empty();
        }
        return isNumeric(text) ? v4(text) : Optional.of(new Host(text, null));
    }

    /** Whether the last label is a number, so that some reader may take the host for an address. */
    private static boolean isNumeric(String text) {
        String last = text.substring(text.lastIndexOf('.') + 1);
        return NUMBER.matcher(last).matches();
    }

    /** Four decimal numbers are an address; numbers in any other way are read as one that may not be spoken to. */
    private static Optional<Host> v4(String text) {
        if (!DOTTED.matcher(text).matches()) {
            return Optional.of(new Host(text, Networks.NOWHERE));
        }
        String[] parts = text.split("\\.");
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            int part = Integer.parseInt(parts[i]);
            if (part > 0xFF) {
                return Optional.empty();
            }
            bytes[i] = (byte) part;
        }
        return Optional.of(new Host(text, Networks.address(bytes)));
    }

    /** Whether this is a name of one label, which only a local look-up can find. */
    public boolean isSingleLabel() {
        return literal == null && text.indexOf('.') < 0;
    }

    /** Whether the name's purpose keeps it inside some network, or the name ends in no known domain. */
    public boolean isInside() {
        if (literal != null) {
            return false;
        }
        String top = text.substring(text.lastIndexOf('.') + 1);
        return INSIDE.contains(top)
                || METADATA.contains(text)
                || !(RESERVED.contains(top) || DomainValidator.getInstance().isValidTld(top));
    }
}
