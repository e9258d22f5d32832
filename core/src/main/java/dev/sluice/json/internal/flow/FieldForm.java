package dev.sluice.json.internal.flow;

import dev.sluice.flow.FieldDefinition;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing.DateOrder;
import dev.sluice.types.Pii;

/** A field of a lead. */
public final class FieldForm {
    public static final Vocabulary KEYS = Vocabulary.of(
                    "a field",
                    "id",
                    "type",
                    "name",
                    "required",
                    "defaultValue",
                    "pii",
                    "mask",
                    "country",
                    "timeZone",
                    "dateOrder",
                    "description")
            .alias("default", "defaultValue")
            .alias("timezone", "timeZone");
    static final Words<Pii> PRIVACY = Words.<Pii>of("degree of privacy", "unknown_word")
            .with(Pii.NONE, "none")
            .with(Pii.PERSONAL, "personal")
            .with(Pii.SECRET, "secret");
    static final Words<MaskStyle> MASKS = Words.<MaskStyle>of("mask", "unknown_word")
            .with(MaskStyle.PARTIAL, "partial")
            .with(MaskStyle.LAST_FOUR, "last4")
            .with(MaskStyle.FULL, "full")
            .with(MaskStyle.REMOVE, "remove");
    static final Words<DateOrder> DATE_ORDERS = Words.<DateOrder>of("order of dates", "unknown_word")
            .with(DateOrder.MONTH_FIRST, "monthFirst")
            .with(DateOrder.DAY_FIRST, "dayFirst");

    private FieldForm() {}

    static FieldDefinition read(Node node) {
        Members members = node.members(KEYS);
        return new FieldDefinition(
                members.text("id"),
                members.text("type"),
                members.textOrNull("name"),
                members.flag("required", false),
                members.value("defaultValue"),
                members.orNull("pii", pii -> pii.word(PRIVACY, Pii.PERSONAL)),
                members.or("mask", mask -> mask.word(MASKS, MaskStyle.PARTIAL), MaskStyle.PARTIAL),
                members.textOrNull("country"),
                members.orNull("timeZone", Node::zone),
                members.or("dateOrder", order -> order.word(DATE_ORDERS, DateOrder.MONTH_FIRST), DateOrder.MONTH_FIRST),
                members.textOrNull("description"));
    }

    static Obj write(FieldDefinition field) {
        return new Out()
                .text("id", field.id())
                .text("type", field.type())
                .text("name", field.name())
                .flag("required", field.required(), false)
                .put("defaultValue", field.defaultValue())
                .optional("pii", field.pii(), pii -> Out.text(PRIVACY.word(pii)))
                .unless(MaskStyle.PARTIAL, "mask", field.mask(), mask -> Out.text(MASKS.word(mask)))
                .text("country", field.country())
                .optional("timeZone", field.timeZone(), Out::zone)
                .unless(
                        DateOrder.MONTH_FIRST,
                        "dateOrder",
                        field.dateOrder(),
                        order -> Out.text(DATE_ORDERS.word(order)))
                .text("description", field.description())
                .done();
    }
}
