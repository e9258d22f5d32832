package dev.sluice.json.internal.flow;

import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.Entity;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.SourceKey;
import dev.sluice.json.internal.part.AcceptanceForm;
import dev.sluice.json.internal.part.CapForm;
import dev.sluice.json.internal.part.EntityForm;
import dev.sluice.json.internal.part.HoursForm;
import dev.sluice.json.internal.part.MappingForm;
import dev.sluice.json.internal.part.PingLimitForm;
import dev.sluice.json.internal.part.PricingForm;
import dev.sluice.json.internal.part.PricingServiceForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source. One with key hashes requires authentication; saying otherwise contradicts itself. */
public final class SourceForm {
    public static final Vocabulary KEYS = Vocabulary.of(
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
            "response",
            "account");

    private SourceForm() {}

    static SourceDefinition read(Node node) {
        Members members = node.members(KEYS);
        String id = members.text("id");
        List<SourceKey> keys = members.list("keyHashes", SourceKeyForm::read);
        @Nullable String account = members.textOrNull("account");
        return new SourceDefinition(
                id,
                members.or("entity", EntityForm::read, new Entity(id, id)),
                members.flag("enabled", true),
                authentication(members, keys, account),
                keys,
                members.list("fields", FieldForm::read),
                members.list("fieldOverrides", FieldOverrideForm::read),
                members.list("mappings", MappingForm::read),
                members.orNull("hours", HoursForm::read),
                AcceptanceForm.read(members),
                PricingForm.readWithService(members),
                members.list("caps", CapForm::entry),
                members.list("pingLimits", PingLimitForm::read),
                members.orNull("response", ResponseForm::read),
                account);
    }

    private static boolean authentication(Members members, List<SourceKey> keys, @Nullable String account) {
        boolean proves = !keys.isEmpty() || account != null;
        boolean required = members.flag("authenticationRequired", proves);
        if (!required && proves) {
            conflict(
                    members,
                    "/authenticationRequired",
                    "a source with key hashes, or of a partner account, requires authentication; say true, or remove"
                            + " them");
        }
        if (!keys.isEmpty() && account != null) {
            conflict(
                    members,
                    "/keyHashes",
                    "a partner account proves itself by the keys of its connection; remove the key hashes, or"
                            + " 'account'");
        }
        return required;
    }

    private static void conflict(Members members, String place, String text) {
        members.owner().faults().wrong("conflicting_keys", members.owner().pointer() + place, text);
    }

    static Obj write(SourceDefinition source) {
        return new Out()
                .text("id", source.id())
                .unless(new Entity(source.id(), source.id()), "entity", source.entity(), EntityForm::write)
                .flag("enabled", source.enabled(), true)
                .flag(
                        "authenticationRequired",
                        source.authenticationRequired(),
                        !source.keyHashes().isEmpty() || source.account() != null)
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
                .text("account", source.account())
                .done();
    }
}
