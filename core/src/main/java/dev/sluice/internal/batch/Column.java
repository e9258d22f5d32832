package dev.sluice.internal.batch;

import dev.sluice.internal.mapping.ValueSource;
import dev.sluice.rules.CompiledRules;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands in one column.
 *
 * @param header its header
 * @param when for which leads; null for all
 * @param source what stands there
 * @param required whether a lead for which it counts, and which has nothing for it, is in no file
 */
public record Column(String header, @Nullable CompiledRules when, ValueSource source, boolean required) {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.mapping");

    /** Whether a lead lacks it. */
    boolean isLacking(Scope scope, At at) {
        return required
                && (when == null || when.decide(scope, at).passed())
                && value(scope, at).isBlank();
    }

    /** The cell of a lead; empty where its data make the template fail. */
    Value value(Scope scope, At at) {
        try {
            return when == null || when.decide(scope, at).passed() ? source.value(scope, at) : Missing.MISSING;
        } catch (TemplateException fault) {
            LOG.warn("column {} failed: {}", header, fault.getMessage());
            return Missing.MISSING;
        }
    }
}
