package dev.sluice.json.internal;

import dev.sluice.flow.Entity;
import dev.sluice.types.Obj;

/** Who stands behind a source or a step. Either of id and name is made of the other when it is left out. */
final class EntityForm {
    static final Vocabulary KEYS = Vocabulary.of("an entity", "id", "name");

    private EntityForm() {}

    static Entity read(Node node) {
        Members members = node.members(KEYS);
        if (!members.has("id") && members.has("name")) {
            String name = members.text("name");
            return new Entity(Entity.slug(name), name);
        }
        String id = members.text("id");
        return new Entity(id, members.or("name", Node::text, id));
    }

    static Obj write(Entity entity) {
        return new Out()
                .text("id", entity.id())
                .unless(entity.id(), "name", entity.name(), Out::text)
                .done();
    }
}
