package dev.sluice.flow.check.internal.fields;

import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;

/** Ids and names that no list could show. */
final class LongNames implements Check {
    private static final int MAX_NAME = 120;
    private static final int MAX_ID = 120;

    @Override
    public void check(Subject subject, Found found) {
        for (Named named : Named.all(subject.flow())) {
            if (named.id().length() > MAX_ID) {
                found.error(
                        "long_id",
                        named.pointer() + "/id",
                        "the id of a " + named.kind() + " has " + named.id().length() + " characters; " + MAX_ID
                                + " are allowed");
            }
            String name = named.name();
            if (name != null && name.length() > MAX_NAME && !name.equals(named.id())) {
                found.warning(
                        "long_name",
                        named.pointer() + (named.kind().equals("source") ? "/entity/name" : "/name"),
                        "the name has " + name.length() + " characters; shorten it to " + MAX_NAME);
            }
        }
    }
}
