package dev.sluice.report;

import dev.sluice.event.FieldPrivacy;
import dev.sluice.types.Obj;
import dev.sluice.types.Pii;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of leads may be a group that anybody reads. Personal is what a field is declared to be, else what its type says, else
 * everything; of a personal value only parts that many people share.
 */
final class Publicity {
    private static final Set<String> SHARED_PARTS = Set.of(
            "domain",
            "host",
            "tld",
            "is_free",
            "is_disposable",
            "is_role",
            "area",
            "country_code",
            "type",
            "valid",
            "age",
            "year",
            "is_ipv4",
            "abbr",
            "day_of_week",
            "hour",
            "carrier",
            "line_type");
    private static final Set<String> OUTCOMES = Set.of("outcome", "reason");

    private Publicity() {}

    /** Whether what stands at {@code path} may be told of one lead. */
    static boolean allows(String path, Scope lead, Map<String, FieldPrivacy> declared) {
        String[] words = path.split("\\.", -1);
        Optional<Section> section = Section.of(words[0]);
        if (section.isEmpty()) {
            return allowsField(words, 0, lead, declared);
        }
        return switch (section.get()) {
            case LEAD -> allowsField(words, 1, lead, declared);
            case APPENDED, DECISIONS -> OUTCOMES.contains(words[words.length - 1]) || isPublic(declared.get(path));
            case SUBMISSION -> words.length == 2 && words[1].equals("test");
            case FEEDBACK -> words.length == 2 && words[1].equals("type");
            default -> true;
        };
    }

    private static boolean isPublic(@Nullable FieldPrivacy privacy) {
        return privacy != null && privacy.pii() == Pii.NONE;
    }

    private static boolean allowsField(String[] words, int name, Scope lead, Map<String, FieldPrivacy> declared) {
        if (words.length <= name) {
            return false;
        }
        Pii pii = pii(words[name], lead.section(Section.LEAD), declared);
        boolean isPart = words.length == name + 2 && SHARED_PARTS.contains(words[name + 1]);
        return pii == Pii.NONE || pii == Pii.PERSONAL && isPart;
    }

    private static Pii pii(String field, Obj lead, Map<String, FieldPrivacy> declared) {
        FieldPrivacy own = declared.get(field);
        if (own != null) {
            return own.pii();
        }
        Value value = lead.get(field);
        return value instanceof Typed typed ? typed.type().pii() : Pii.PERSONAL;
    }
}
