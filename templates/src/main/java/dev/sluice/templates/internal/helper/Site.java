package dev.sluice.templates.internal.helper;

import dev.sluice.templates.TemplateException;
import dev.sluice.types.Value;
import org.jspecify.annotations.Nullable;

/** One place in a template where a built-in helper is called. */
public interface Site {

    /** The argument in {@code slot} if the template itself gives it, missing if it is left out; null if the data decides. */
    @Nullable Value constant(int slot);

    /** Makes the variable at {@code path} a further argument, and gives its slot. */
    int variable(String path);

    /** The error {@code fault} at the place of the call. */
    TemplateException fault(String fault);
}
