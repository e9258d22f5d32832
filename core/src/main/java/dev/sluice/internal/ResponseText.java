package dev.sluice.internal;

import dev.sluice.Reply;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.ResponseTemplate;
import dev.sluice.rules.CompiledRules;
import dev.sluice.templates.Escape;
import dev.sluice.templates.Rendering;
import dev.sluice.templates.Template;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole answer, compiled. */
public record ResponseText(
        ResponseTemplate definition, @Nullable CompiledRules when, Template body) {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.response");

    boolean isFor(Outcome outcome, Scope scope, At at) {
        boolean itsOutcome = definition.outcome() == null || definition.outcome() == outcome;
        return itsOutcome && (when == null || when.decide(scope, at).passed());
    }

    /** The body; null when the lead's data make the template fail, so that the source is told something all the same. */
    Reply.@Nullable Written write(Scope scope, At at) {
        try {
            String text = body.render(scope, new Rendering(at, escape()));
            return new Reply.Written(text, definition.format(), definition.status());
        } catch (TemplateException fault) {
            LOG.warn("a response template failed: {}", fault.getMessage());
            return null;
        }
    }

    private Escape escape() {
        return switch (definition.format()) {
            case JSON -> Escape.JSON;
            case XML -> Escape.XML;
            case TEXT -> Escape.NONE;
        };
    }
}
