package dev.sluice.cli.line;

import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.JsonLines;
import dev.sluice.cli.frame.LineException;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.http.Answer;
import dev.sluice.http.Headers;
import dev.sluice.http.InvalidRequestException;
import dev.sluice.http.Response;
import dev.sluice.http.ResponseReader;
import dev.sluice.types.Arr;
import dev.sluice.types.Missing;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code sluice response}: what a recipient's answer means. */
public final class ResponseCommand implements Command {
    private static final String RULES = "--rules";
    private static final BigDecimal SMALLEST = BigDecimal.valueOf(100);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(999);

    @Override
    public Usage usage() {
        return Usage.of(
                        "response",
                        "[FILE.jsonl]",
                        "{id, status, headers?, body?, config?} -> {id, outcome, reason, price, reference, appended} or {id, error}")
                .option(
                        RULES,
                        "NAME",
                        "statusAware (the default) or packageCompatible, where config.rules says nothing");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        String rules = arguments.value(RULES).orElse("statusAware");
        return new JsonLines(question -> read(question, rules)).run(arguments, streams);
    }

    private static Obj read(Obj question, String rules) {
        Response response = Response.of(
                status(question.get("status")),
                headers(question.get("headers")),
                JsonLines.text(question, "body").orElse(""));
        try {
            return shown(
                    ResponseReader.of(config(question.get("config"), rules)).read(response));
        } catch (InvalidRequestException invalid) {
            throw new LineException(
                    (invalid.pointer().isEmpty() ? "/config" : invalid.pointer()) + ": " + invalid.text());
        }
    }

    private static int status(Value given) {
        if (given instanceof Num number) {
            BigDecimal code = number.value();
            if (code.compareTo(SMALLEST) >= 0
                    && code.compareTo(LARGEST) <= 0
                    && code.stripTrailingZeros().scale() <= 0) {
                return code.intValue();
            }
        }
        throw new LineException("'status' must be a whole number from 100 to 999");
    }

    private static Value config(Value given, String rules) {
        if (!(given instanceof Obj) && !given.isAbsent()) {
            return given;
        }
        Obj config = given instanceof Obj obj ? obj : Obj.EMPTY;
        return config.get("rules").isAbsent() ? config.with("rules", Value.text(rules)) : config;
    }

    private static Headers headers(Value given) {
        if (!(given instanceof Obj) && !given.isAbsent()) {
            throw new LineException("'headers' must be an object");
        }
        Obj named = given instanceof Obj obj ? obj : Obj.EMPTY;
        Headers all = Headers.NONE;
        for (Map.Entry<String, Value> header : named.members().entrySet()) {
            for (Value value : header.getValue() instanceof Arr arr ? arr.values() : List.of(header.getValue())) {
                all = all.and(header.getKey(), headerText(header.getKey(), value));
            }
        }
        return all;
    }

    private static String headerText(String name, Value value) {
        if (value instanceof Obj || value instanceof Arr) {
            throw new LineException("the header '" + name + "' must be text, or an array of texts");
        }
        return value.text();
    }

    private static Obj shown(Answer answer) {
        return Obj.EMPTY
                .with("outcome", Value.text(answer.outcome().text()))
                .with("reason", Value.text(answer.reason()))
                .with("price", price(answer.price()))
                .with("reference", answer.reference() == null ? Null.NULL : answer.reference())
                .with("cookie", orNothing(answer.cookie()))
                .with("retry_after", orNothing(answer.retryAfter()))
                .with("billable", answer.billable() ? Missing.MISSING : Value.bool(false))
                .with("appended", answer.appended());
    }

    private static Value price(@Nullable BigDecimal price) {
        return price == null ? Null.NULL : Num.of(price);
    }

    private static Value orNothing(@Nullable String text) {
        return text == null ? Missing.MISSING : Value.text(text);
    }
}
