package dev.sluice.json.internal.part;

import dev.sluice.flow.Entity;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;

/** Who stands behind a source or a step. Either of id and name is made of the other when it is left out. */
public final class EntityForm {
    public static final Vocabulary KEYS = Vocabulary.of("an entity", "id", "name");

    private EntityForm() {}

    public static Entity read(Node node) {
        Members members = node.members(KEYS);
        if (!members.has("id") && members.has("name")) {
            String name = members.text("name");
            return new Entity(Entity.slug(name), name);
        }
        String id = members.text("id");
        return new Entity(id, members.or("name", Node::text, id));
    }

    public static Obj write(Entity entity) {
        return new Out()
                .text("id", entity.id())
                .unless(entity.id(), "name", entity.name(), Out::text)
                .done();
    }
}
