package dev.sluice.types.internal.mail;

import java.util.Set;

/** Mailboxes that belong to a task, not to a person. */
final class RoleNames {
    private static final Set<String> NAMES = Set.of(
            "abuse",
            "accounting",
            "accounts",
            "admin",
            "administrator",
            "all",
            "billing",
            "careers",
            "compliance",
            "contact",
            "customerservice",
            "devnull",
            "dns",
            "enquiries",
            "everyone",
            "feedback",
            "finance",
            "ftp",
            "hello",
            "help",
            "helpdesk",
            "hostmaster",
            "hr",
            "info",
            "inquiries",
            "inquiry",
            "it",
            "jobs",
            "legal",
            "list",
            "mail",
            "mailer-daemon",
            "marketing",
            "media",
            "news",
            "newsletter",
            "no-reply",
            "noc",
            "noreply",
            "notifications",
            "office",
            "operations",
            "orders",
            "postmaster",
            "press",
            "privacy",
            "purchasing",
            "recruiting",
            "registrar",
            "reservations",
            "root",
            "sales",
            "security",
            "service",
            "services",
            "spam",
            "staff",
            "subscribe",
            "support",
            "sysadmin",
            "team",
            "tech",
            "unsubscribe",
            "usenet",
            "uucp",
            "web",
            "webmaster",
            "welcome",
            "www");

    private RoleNames() {}

    /** Whether the lower-case mailbox {@code user} is one; a tag behind {@code +} does not count. */
    static boolean contains(String user) {
        int tag = user.indexOf('+');
        return NAMES.contains(tag > 0 ? user.substring(0, tag) : user);
    }
}
