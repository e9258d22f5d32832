package dev.sluice.cli.open;

import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.event.Role;
import java.util.Locale;
import java.util.Map;

/** What may be seen of personal values, as options say. */
public final class Roles {
    private static final Map<String, Role> ALL =
            Map.of("auditor", Role.AUDITOR, "operator", Role.OPERATOR, "analyst", Role.ANALYST);

    private Roles() {}

    public static Usage in(Usage usage) {
        return usage.option(
                        "--role", "ROLE", "what is seen: auditor everything, operator masks, analyst nothing personal")
                .flag("--clear", "personal values as they are: the same as --role auditor");
    }

    /** Masks unless something else is asked for. */
    public static Role of(Arguments arguments) {
        if (arguments.has("--clear")) {
            return Role.AUDITOR;
        }
        String name = arguments.value("--role").orElse("operator").toLowerCase(Locale.ROOT);
        Role role = ALL.get(name);
        if (role == null) {
            throw new UsageException("'" + name + "' is no role; there are auditor, operator and analyst");
        }
        return role;
    }
}
