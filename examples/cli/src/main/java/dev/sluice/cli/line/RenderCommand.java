package dev.sluice.cli.line;

import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.JsonLines;
import dev.sluice.cli.frame.LineException;
import dev.sluice.cli.frame.Moments;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.templates.Escape;
import dev.sluice.templates.Rendering;
import dev.sluice.templates.Template;
import dev.sluice.templates.TemplateException;
import dev.sluice.templates.Templates;
import dev.sluice.types.Null;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.time.InstantSource;

/** {@code sluice render}: what a template gives. */
public final class RenderCommand implements Command {
    private final InstantSource clock;

    public RenderCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                "render",
                "[FILE.jsonl]",
                "{id, template, vars, types?, now?, tz?, escape?} -> {id, text} or {id, value} or {id, error}");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        return new JsonLines(this::render).run(arguments, streams);
    }

    private Obj render(Obj question) {
        Rendering rendering = new Rendering(Moments.of(question, clock), escape(question));
        Scope scope = Vars.of(question, rendering.at()).scope();
        try {
            Template template = Templates.standard().compile(JsonLines.needed(question, "template"));
            return template.keepsType()
                    ? Obj.EMPTY.with("value", present(template.evaluate(scope, rendering)))
                    : Obj.EMPTY.with("text", Value.text(template.render(scope, rendering)));
        } catch (TemplateException fault) {
            throw LineException.of(fault).line(fault.line()).column(fault.column());
        }
    }

    private static Escape escape(Obj question) {
        return JsonLines.text(question, "escape")
                .map(name -> Words.of(Escape.class, name))
                .orElse(Escape.NONE);
    }

    private static Value present(Value value) {
        return value.isMissing() ? Null.NULL : value;
    }
}
