package dev.sluice.json;

import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.Entity;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.SourceKey;
import dev.sluice.types.Obj;
import java.util.List;

/** A source. One with key hashes requires authentication; saying otherwise contradicts itself. */
final class SourceForm {
    static final Vocabulary KEYS = Vocabulary.of(
            "a source",
            "id",
            "entity",
            "enabled",
            "authenticationRequired",
            "keyHashes",
            "fields",
            "fieldOverrides",
            "mappings",
            "hours",
            "acceptanceCriteria",
            "pricing",
            "pricingService",
            "caps",
            "pingLimits",
            "response");

    private SourceForm() {}

    static SourceDefinition read(Node node) {
        Members members = node.members(KEYS);
        String id = members.text("id");
        List<SourceKey> keys = members.list("keyHashes", SourceKeyForm::read);
        return new SourceDefinition(
                id,
                members.or("entity", EntityForm::read, new Entity(id, id)),
                members.flag("enabled", true),
                authentication(members, keys),
                keys,
                members.list("fields", FieldForm::read),
                members.list("fieldOverrides", FieldOverrideForm::read),
                members.list("mappings", MappingForm::read),
                members.orNull("hours", HoursForm::read),
                AcceptanceForm.read(members),
                PricingForm.readWithService(members),
                members.list("caps", CapForm::entry),
                members.list("pingLimits", PingLimitForm::read),
                members.orNull("response", ResponseForm::read));
    }

    private static boolean authentication(Members members, List<SourceKey> keys) {
        boolean required = members.flag("authenticationRequired", !keys.isEmpty());
        if (!required && !keys.isEmpty()) {
            members.owner()
                    .faults()
                    .wrong(
                            "conflicting_keys",
                            members.owner().pointer() + "/authenticationRequired",
                            "a source with key hashes requires authentication; say true, or remove the hashes");
        }
        return required;
    }

    static Obj write(SourceDefinition source) {
        return new Out()
                .text("id", source.id())
                .unless(new Entity(source.id(), source.id()), "entity", source.entity(), EntityForm::write)
                .flag("enabled", source.enabled(), true)
                .flag(
                        "authenticationRequired",
                        source.authenticationRequired(),
                        !source.keyHashes().isEmpty())
                .list("keyHashes", source.keyHashes(), SourceKeyForm::write)
                .list("fields", source.fields(), FieldForm::write)
                .list("fieldOverrides", source.fieldOverrides(), FieldOverrideForm::write)
                .list("mappings", source.mappings(), MappingForm::write)
                .optional("hours", source.hours(), HoursForm::write)
                .unless(AcceptanceCriteria.ALL, "acceptanceCriteria", source.acceptance(), AcceptanceForm::write)
                .object("pricing", PricingForm.write(source.pricing()))
                .optional("pricingService", source.pricing().service(), PricingServiceForm::write)
                .list("caps", source.caps(), CapForm::writeEntry)
                .list("pingLimits", source.pingLimits(), PingLimitForm::write)
                .optional("response", source.response(), ResponseForm::write)
                .done();
    }
}
