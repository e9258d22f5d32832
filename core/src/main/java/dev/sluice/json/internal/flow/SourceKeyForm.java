package dev.sluice.json.internal.flow;

import dev.sluice.flow.SourceKey;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A key's hash: text, or an object when the key expires. */
public final class SourceKeyForm {
    public static final Vocabulary KEYS = Vocabulary.of("a key hash", "hash", "expiresAt");

    private SourceKeyForm() {}

    static SourceKey read(Node node) {
        if (node.value() instanceof Text text) {
            return SourceKey.of(text.value());
        }
        Members members = node.members(KEYS);
        return new SourceKey(members.text("hash"), members.orNull("expiresAt", SourceKeyForm::moment));
    }

    private static Instant moment(Node node) {
        try {
            return Instant.parse(node.text());
        } catch (DateTimeParseException unreadable) {
            node.faults()
                    .wrong(
                            "invalid_moment",
                            node.pointer(),
                            "a moment is ISO-8601 in UTC, such as 2027-01-31T00:00:00Z");
            return Instant.EPOCH;
        }
    }

    static Value write(SourceKey key) {
        return key.expiresAt() == null
                ? Value.text(key.hash())
                : new Out()
                        .text("hash", key.hash())
                        .text("expiresAt", key.expiresAt().toString())
                        .done();
    }
}
