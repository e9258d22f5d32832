package dev.sluice.json.internal.part;

import dev.sluice.flow.Cap;
import dev.sluice.flow.Cap.Counts;
import dev.sluice.flow.Cap.Type;
import dev.sluice.flow.CapEntry;
import dev.sluice.flow.SharedCap;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A cap, with the caps inside it; among the caps of a place also the bare id of a shared one. */
public final class CapForm {
    public static final Vocabulary KEYS = Vocabulary.of(
                    "a cap",
                    "id",
                    "name",
                    "type",
                    "maximum",
                    "duration",
                    "durationUnits",
                    "rolling",
                    "counts",
                    "ruleSet",
                    "caps",
                    "timeZone",
                    "reason")
            .alias("max", "maximum")
            .alias("units", "durationUnits")
            .alias("timezone", "timeZone");
    static final Words<Type> TYPES = Words.<Type>of("type of cap", "unknown_word")
            .with(Type.VOLUME, "volume")
            .with(Type.REVENUE, "revenue")
            .with(Type.COST, "cost");
    static final Words<Counts> COUNTS = Words.<Counts>of("thing that caps count", "unknown_word")
            .with(Counts.SUBMITTED, "submitted")
            .with(Counts.ACCEPTED, "accepted")
            .with(Counts.SUCCESSFUL, "successful")
            .with(Counts.DELIVERED, "delivered");

    private CapForm() {}

    public static CapEntry entry(Node node) {
        return node.value() instanceof Text id ? new SharedCap(id.value()) : read(node);
    }

    public static Cap read(Node node) {
        Members members = node.members(KEYS);
        Type type = members.or("type", word -> word.word(TYPES, Type.VOLUME), Type.VOLUME);
        return new Cap(
                members.text("id"),
                members.textOrNull("name"),
                type,
                members.need("maximum", maximum -> maximum(maximum, type), BigDecimal.ONE),
                CapWindowForm.read(members),
                counts(members),
                ConditionForm.readSet(members),
                members.list("caps", CapForm::read),
                members.orNull("timeZone", Node::zone),
                members.textOrNull("reason"));
    }

    private static BigDecimal maximum(Node node, Type type) {
        return type == Type.VOLUME ? BigDecimal.valueOf(node.integer()) : node.decimal();
    }

    private static @Nullable Counts counts(Members members) {
        return members.orNull("counts", word -> word.word(COUNTS, Counts.SUCCESSFUL));
    }

    public static Value writeEntry(CapEntry entry) {
        return entry instanceof Cap cap ? write(cap) : Out.text(entry.id());
    }

    public static Obj write(Cap cap) {
        Out out = new Out()
                .text("id", cap.id())
                .text("name", cap.name())
                .unless(Type.VOLUME, "type", cap.type(), type -> Out.text(TYPES.word(type)))
                .put("maximum", Value.number(cap.maximum()));
        CapWindowForm.write(cap.window(), out);
        return out.optional("counts", cap.counts(), what -> Out.text(COUNTS.word(what)))
                .optional("timeZone", cap.timeZone(), Out::zone)
                .optional("ruleSet", cap.ruleSet(), ConditionForm::write)
                .text("reason", cap.reason())
                .list("caps", cap.caps(), CapForm::write)
                .done();
    }
}
