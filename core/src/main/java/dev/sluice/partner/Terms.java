package dev.sluice.partner;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * What two accounts have agreed on, kept for people; only {@code fields} is enforced.
 *
 * @param purpose what the connection is for; blank when nobody said
 * @param leadsPerDay how many leads are expected in a day; 0 when nobody said
 * @param contacts whom to talk to
 * @param fields the properties that leads of this connection may carry; empty for all that a step maps
 */
public record Terms(String purpose, long leadsPerDay, List<String> contacts, Set<String> fields) {
    /** Nothing agreed. */
    public static final Terms NONE = new Terms("", 0, List.of(), Set.of());

    public Terms {
        requireNonNull(purpose, "purpose");
        contacts = List.copyOf(contacts);
        fields = Set.copyOf(fields);
        if (leadsPerDay < 0) {
            throw new IllegalArgumentException("a number of leads per day is 0 or more, not " + leadsPerDay);
        }
    }

    /** These terms for {@code purpose}. */
    public Terms purpose(String what) {
        return new Terms(what, leadsPerDay, contacts, fields);
    }

    /** These terms with this many leads expected in a day. */
    public Terms leadsPerDay(long number) {
        return new Terms(purpose, number, contacts, fields);
    }

    /** These terms with somebody to talk to. */
    public Terms contacts(String... people) {
        return new Terms(purpose, leadsPerDay, List.of(people), fields);
    }

    /** These terms with only these properties shared. */
    public Terms fields(String... properties) {
        return new Terms(purpose, leadsPerDay, contacts, Set.of(properties));
    }

    boolean shares(String property) {
        return fields.isEmpty() || fields.contains(property);
    }
}
