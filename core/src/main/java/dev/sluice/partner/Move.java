package dev.sluice.partner;

import dev.sluice.event.EventType;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;

/**
 * One change of a connection, and what the audit log says of it.
 *
 * @param facts beside who did it
 */
record Move(Bond next, EventType type, Obj facts) {
    static Move to(Bond next, EventType type) {
        return new Move(next, type, Obj.EMPTY);
    }

    Move saying(String name, String text) {
        return new Move(next, type, facts.with(name, new Text(text)));
    }
}
