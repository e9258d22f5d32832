package dev.sluice.json;

import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.Entity;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;

/** A source. {@code authenticationRequired} says in words what the key hashes say by being there; the two must agree. */
final class SourceForm {
    static final Vocabulary KEYS = Vocabulary.of(
            "a source",
            "id",
            "entity",
            "enabled",
            "authenticationRequired",
            "keyHashes",
            "mappings",
            "hours",
            "acceptanceCriteria",
            "pricing",
            "pricingService",
            "caps",
            "response");

    private SourceForm() {}

    static SourceDefinition read(Node node) {
        Members members = node.members(KEYS);
        String id = members.text("id");
        return new SourceDefinition(
                id,
                members.or("entity", EntityForm::read, new Entity(id, id)),
                members.flag("enabled", true),
                keyHashes(members),
                members.list("mappings", MappingForm::read),
                members.orNull("hours", HoursForm::read),
                AcceptanceForm.read(members),
                PricingForm.readWithService(members),
                members.list("caps", CapForm::entry),
                members.orNull("response", ResponseForm::read));
    }

    private static List<String> keyHashes(Members members) {
        List<String> hashes = members.list("keyHashes", Node::text);
        boolean required = members.flag("authenticationRequired", !hashes.isEmpty());
        if (required && hashes.isEmpty()) {
            members.owner()
                    .faults()
                    .missing(
                            members.owner().pointer(),
                            "keyHashes",
                            "a source that requires authentication needs 'keyHashes'; add the SHA-256 of its key in hex");
        }
        if (!required && !hashes.isEmpty()) {
            members.owner()
                    .faults()
                    .wrong(
                            "conflicting_keys",
                            members.owner().pointer() + "/authenticationRequired",
                            "a source with key hashes requires authentication; say true, or remove the hashes");
        }
        return hashes;
    }

    static Obj write(SourceDefinition source) {
        return new Out()
                .text("id", source.id())
                .unless(new Entity(source.id(), source.id()), "entity", source.entity(), EntityForm::write)
                .flag("enabled", source.enabled(), true)
                .list("keyHashes", source.keyHashes(), Value::text)
                .list("mappings", source.mappings(), MappingForm::write)
                .optional("hours", source.hours(), HoursForm::write)
                .unless(AcceptanceCriteria.ALL, "acceptanceCriteria", source.acceptance(), AcceptanceForm::write)
                .object("pricing", PricingForm.write(source.pricing()))
                .optional("pricingService", source.pricing().service(), PricingServiceForm::write)
                .list("caps", source.caps(), CapForm::writeEntry)
                .optional("response", source.response(), ResponseForm::write)
                .done();
    }
}
