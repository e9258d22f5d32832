package dev.sluice.flow.check.internal.steps;

import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.MappingValue;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import dev.sluice.types.Stage;
import dev.sluice.types.Text;
import java.util.Locale;
import java.util.Set;

/**
 * Secrets that stand in a definition as they are: definitions are kept, compared and shown. What looks like one is
 * never repeated in the finding.
 */
final class ClearSecrets implements Check {
    private static final Set<String> NAMES = Set.of(
            "password",
            "passwd",
            "secret",
            "token",
            "apikey",
            "accesskey",
            "secretkey",
            "privatekey",
            "authorization",
            "credential",
            "credentials",
            "passphrase",
            "signing");
    private static final String PEM = "-----BEGIN ";

    @Override
    public void check(Subject subject, Found found) {
        Settings.of(subject.flow(), (pointer, name, text) -> {
            if (isSecret(name, text) || text.contains(PEM) || hasPassword(text)) {
                tell(pointer, found);
            }
        });
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void mapping(Place place, MappingDefinition mapping) {
                if (place.stage() == Stage.DELIVERY
                        && mapping.value() instanceof MappingValue.Fixed fixed
                        && fixed.value() instanceof Text text
                        && isSecret(last(mapping.property()), text.value())) {
                    tell(place.below("value").pointer(), found);
                }
            }
        });
    }

    private static void tell(String pointer, Found found) {
        found.warning(
                "secret_in_clear",
                pointer,
                "a secret stands here for all to read who see the definition; keep it with the host and name it: {name}");
    }

    private static String last(String property) {
        return property.substring(property.lastIndexOf('.') + 1);
    }

    private static boolean isSecret(String name, String text) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return !text.isBlank() && !text.contains("{") && NAMES.stream().anyMatch(plain::endsWith);
    }

    /** Whether it is an address with a password in it. */
    private static boolean hasPassword(String text) {
        int from = text.indexOf("://");
        int to = from < 0 ? -1 : text.indexOf('@', from);
        int path = from < 0 ? -1 : text.indexOf('/', from + 3);
        if (to < 0 || (path >= 0 && path < to)) {
            return false;
        }
        String user = text.substring(from + 3, to);
        return user.contains(":") && !user.contains("{");
    }
}
