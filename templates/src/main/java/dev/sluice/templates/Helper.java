package dev.sluice.templates;

import dev.sluice.types.Value;

/**
 * A function that templates may call by name: <code>{{name argument other=argument}}</code>.
 *
 * <p>Implementations are safe on any thread, do not block, and give the same answer for the same call. What they return
 * is escaped like any other value. An exception ends the rendering as a {@link TemplateException} that names the helper.
 */
@FunctionalInterface
public interface Helper {

    /** The value of one call; {@link dev.sluice.types.Missing} when there is none. */
    Value apply(HelperCall call);
}
