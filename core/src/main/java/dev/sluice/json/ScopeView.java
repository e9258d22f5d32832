package dev.sluice.json;

import dev.sluice.event.Event;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;

/** How much of a lead's data is shown. */
interface ScopeView {
    /** What is shown of all data at one moment. */
    Scope of(Scope scope);

    /** What is shown of the raw values that a source sent. */
    Obj input(Lead lead);

    /** What is shown of requests, responses and texts of faults. */
    Obj detail(Event event);
}
