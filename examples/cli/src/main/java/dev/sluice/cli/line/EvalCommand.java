package dev.sluice.cli.line;

import dev.sluice.InvalidFlowException;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.JsonLines;
import dev.sluice.cli.frame.LineException;
import dev.sluice.cli.frame.Moments;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.json.ConditionJson;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.ExpressionException;
import dev.sluice.rules.ExpressionProgram;
import dev.sluice.rules.Finding;
import dev.sluice.rules.Rules;
import dev.sluice.rules.Severity;
import dev.sluice.templates.Templates;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.FieldType;
import dev.sluice.types.Null;
import dev.sluice.types.Obj;
import dev.sluice.types.Pii;
import dev.sluice.types.Stage;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.InstantSource;
import java.util.Optional;

/** {@code sluice eval}: what rules or an expression say about some data, and why. */
public final class EvalCommand implements Command {
    private final InstantSource clock;

    public EvalCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                "eval",
                "[FILE.jsonl]",
                "{id, vars, types?, now?, rule | expression} -> {id, passed, reason, trace} or {id, value} or {id, error}");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        return new JsonLines(this::eval).run(arguments, streams);
    }

    private Obj eval(Obj question) {
        At at = Moments.of(question, clock);
        Vars vars = Vars.ofLead(question, at);
        // Values that the caller gives without a type are shown as they are; typed ones as their type says.
        Rules rules = Rules.with(vars.layout(), Stage.ANY, Templates.standard())
                .privacy(ref -> ref.type().map(FieldType::pii).orElse(Pii.NONE));
        Optional<String> expression = JsonLines.text(question, "expression");
        return expression.isPresent()
                ? value(rules, expression.get(), vars, at)
                : decision(rules, question.get("rule"), vars, at);
    }

    private static Obj value(Rules rules, String expression, Vars vars, At at) {
        Value value = program(rules, expression).evaluate(vars.scope(), at).plain();
        Obj answer = Obj.EMPTY.with("value", value.isMissing() ? Null.NULL : value);
        return value instanceof Bool passed ? answer.with("passed", passed) : answer;
    }

    /** The expression, or its refusal with the column. */
    private static ExpressionProgram program(Rules rules, String expression) {
        try {
            return rules.expression(expression);
        } catch (ExpressionException refused) {
            throw LineException.of(refused).column(refused.column());
        }
    }

    private static Obj decision(Rules rules, Value rule, Vars vars, At at) {
        if (rule.isMissing()) {
            throw new LineException("'rule' or 'expression' is missing");
        }
        if (rule.part("expression") instanceof Text expression) {
            program(rules, expression.value());
        }
        CompiledRules compiled = compiled(rules, rule);
        return Trace.of(compiled.decide(vars.scope(), at));
    }

    private static CompiledRules compiled(Rules rules, Value rule) {
        try {
            CompiledRules compiled = rules.compile(ConditionJson.read(rule));
            compiled.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .findFirst()
                    .ifPresent(EvalCommand::refuse);
            return compiled;
        } catch (InvalidFlowException invalid) {
            throw LineException.of(invalid);
        }
    }

    private static void refuse(Finding finding) {
        throw new LineException((finding.pointer().isEmpty() ? "" : finding.pointer() + ": ") + finding.text());
    }
}
