package dev.sluice.templates.internal.program;

import dev.sluice.templates.TemplateException;
import dev.sluice.templates.internal.syntax.Source;

/** Where in its template a piece of a program stands. */
record Place(Source source, int offset) {

    TemplateException fault(String fault) {
        return source.fault(offset, fault);
    }
}
