package dev.sluice.json.internal.flow;

import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.BatchDefinition.Compression;
import dev.sluice.json.internal.part.EntityForm;
import dev.sluice.json.internal.part.FileScheduleForm;
import dev.sluice.json.internal.part.MappingForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.Map;

/** A batch: what is in its files, when they are made, and where they go. */
public final class BatchForm {
    public static final Vocabulary KEYS = Vocabulary.of(
            "a batch",
            "id",
            "enabled",
            "entity",
            "format",
            "fields",
            "schedule",
            "transport",
            "fileName",
            "compression",
            "password",
            "maxBytes");
    public static final Vocabulary TRANSPORT = Vocabulary.of("a transport", "plugin", "config");
    static final Words<Compression> COMPRESSIONS = Words.<Compression>of("compression", "unknown_word")
            .with(Compression.NONE, "none")
            .with(Compression.GZIP, "gzip")
            .with(Compression.ZIP, "zip");
    private static final Transport NOWHERE = new Transport("", Obj.EMPTY);

    private BatchForm() {}

    /** The name alone, or an object with it and settings that the format checks. */
    private record Format(String type, Obj config) {
        static final String TYPE = "type";
        static final Format NONE = new Format("", Obj.EMPTY);

        Value tree() {
            return config.size() == 0
                    ? Value.text(type)
                    : Obj.EMPTY.with(TYPE, Value.text(type)).merge(config);
        }
    }

    private record Transport(String plugin, Obj config) {}

    public static BatchDefinition read(Node node) {
        Members members = node.members(KEYS);
        Transport transport = members.need("transport", BatchForm::transport, NOWHERE);
        Format format = members.need("format", BatchForm::format, Format.NONE);
        return new BatchDefinition(
                members.text("id"),
                members.flag("enabled", true),
                members.orNull("entity", EntityForm::read),
                format.type(),
                format.config(),
                members.list("fields", MappingForm::read),
                members.need("schedule", FileScheduleForm::read, FileScheduleForm.NEVER),
                transport.plugin(),
                transport.config(),
                members.textOrNull("fileName"),
                members.or("compression", each -> each.word(COMPRESSIONS, Compression.NONE), Compression.NONE),
                members.textOrNull("password"),
                members.or("maxBytes", Node::integer, 0L));
    }

    private static Format format(Node node) {
        if (!(node.value() instanceof Obj obj)) {
            return new Format(node.text(), Obj.EMPTY);
        }
        if (!(obj.get(Format.TYPE) instanceof Text type)) {
            node.expected("the name of a format, or an object with it as 'type'");
            return Format.NONE;
        }
        Obj config = Obj.EMPTY;
        for (Map.Entry<String, Value> setting : obj.members().entrySet()) {
            config = setting.getKey().equals(Format.TYPE) ? config : config.with(setting.getKey(), setting.getValue());
        }
        return new Format(type.value(), config);
    }

    private static Transport transport(Node node) {
        Members members = node.members(TRANSPORT);
        return new Transport(members.text("plugin"), members.or("config", Node::object, Obj.EMPTY));
    }

    public static Obj write(BatchDefinition batch) {
        return new Out()
                .text("id", batch.id())
                .flag("enabled", batch.enabled(), true)
                .optional("entity", batch.recipient(), EntityForm::write)
                .put("format", new Format(batch.format(), batch.formatConfig()).tree())
                .list("fields", batch.fields(), MappingForm::write)
                .put("schedule", FileScheduleForm.write(batch.schedule()))
                .put(
                        "transport",
                        new Out()
                                .text("plugin", batch.transport())
                                .object("config", batch.config())
                                .done())
                .text("fileName", batch.fileName())
                .unless(Compression.NONE, "compression", batch.compression(), how -> Out.text(COMPRESSIONS.word(how)))
                .text("password", batch.password())
                .unless(0L, "maxBytes", batch.maxBytes(), Value::number)
                .done();
    }
}
