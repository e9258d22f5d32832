package dev.sluice.flow.check.internal.steps;

import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Addresses in settings of plugins to which leads had better not go: without encryption, inside the own network, or of a
 * host that the lead itself names. Nothing is looked up.
 */
final class UnsafeAddresses implements Check {
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?|ftp)://([^/?#\\s]*)");
    private static final List<String> INSIDE =
            List.of("localhost", ".localhost", ".local", ".internal", ".lan", ".home");
    /** This host, private networks, links, carriers' networks, and what is no network at all. */
    private static final Pattern INSIDE_4 = Pattern.compile(
            "(0|10|127|22[4-9]|2[34]\\d|25[0-5])\\..*|169\\.254\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*"
                    + "|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*");
    /** One number, or parts in other notations than decimal, which readers of addresses take for one. */
    private static final Pattern DISGUISED =
            Pattern.compile("(?i)\\d+|0x[0-9a-f.x]+|([0-9a-fx]+\\.){1,3}0[0-9a-fx]+|0\\d+\\..*");

    @Override
    public void check(Subject subject, Found found) {
        Settings.of(subject.flow(), (pointer, name, text) -> {
            var address = ADDRESS.matcher(text);
            if (address.lookingAt()) {
                judge(address.group(1).toLowerCase(Locale.ROOT), address.group(2), pointer, found);
            }
        });
    }

    private static void judge(String scheme, String authority, String pointer, Found found) {
        String host = host(authority);
        if (authority.contains("{{")) {
            tell(pointer, "the lead names the host that it is sent to; write the host down", found);
        } else if (isInside(host)) {
            tell(pointer, "the host lies inside a network and not at a partner's; name the partner's host", found);
        } else if (!scheme.equals("https")) {
            tell(pointer, "leads would go through the net unencrypted; use https", found);
        }
    }

    private static void tell(String pointer, String text, Found found) {
        found.warning("unsafe_address", pointer, text);
    }

    private static String host(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            return host;
        }
        int port = host.indexOf(':');
        String name = port < 0 ? host : host.substring(0, port);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean isInside(String host) {
        if (host.startsWith("[")) {
            return isInside6(host.substring(1));
        }
        return INSIDE.stream().anyMatch(name -> host.equals(name) || name.startsWith(".") && host.endsWith(name))
                || INSIDE_4.matcher(host).matches()
                || DISGUISED.matcher(host).matches();
    }

    /** No place, the own host, links, private networks, and old addresses in a new form. */
    private static boolean isInside6(String host) {
        return host.startsWith("::") || host.startsWith("0:") || host.matches("f[cdef].*");
    }
}
