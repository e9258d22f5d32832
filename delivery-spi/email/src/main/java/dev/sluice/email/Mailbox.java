package dev.sluice.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Who a message is from or for.
 *
 * @param address in ASCII, such as {@code jane@example.com}
 * @param name what is shown beside it; empty for nothing
 */
record Mailbox(String address, String name) {
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){0,20}");

    /**
     * Reads {@code jane@example.com} or {@code Jane Doe <jane@example.com>}: exactly one, so that a lead's value can never
     * add another.
     *
     * @throws InvalidMailException when it is none
     */
    static Mailbox parse(String text, String pointer) {
        try {
            InternetAddress[] all = InternetAddress.parse(HeaderText.of(text, pointer), true);
            if (all.length != 1 || all[0].isGroup()) {
                throw new InvalidMailException(pointer, "it must be exactly one address, such as jane@example.com");
            }
            String name = all[0].getPersonal();
            return new Mailbox(ascii(all[0].getAddress(), pointer), name == null ? "" : HeaderText.of(name, pointer));
        } catch (AddressException none) {
            throw wrong(pointer);
        }
    }

    private static String ascii(String address, String pointer) {
        int at = address.lastIndexOf('@');
        String local = address.substring(0, Math.max(at, 0));
        String domain = domain(address.substring(at + 1), pointer);
        if (!LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches()) {
            throw wrong(pointer);
        }
        return local + "@" + domain;
    }

    private static String domain(String written, String pointer) {
        try {
            return IDN.toASCII(written);
        } catch (IllegalArgumentException none) {
            throw wrong(pointer);
        }
    }

    private static InvalidMailException wrong(String pointer) {
        return new InvalidMailException(pointer, "it is no email address such as jane@example.com");
    }

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    InternetAddress internet() {
        try {
            return new InternetAddress(address, name.isEmpty() ? null : name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException never) {
            throw new IllegalStateException("UTF-8 is always there", never);
        }
    }

    /** Addresses are personal. */
    @Override
    public String toString() {
        return "mailbox";
    }
}
