package dev.sluice.cli.frame;

import dev.sluice.cli.leads.Lines;
import dev.sluice.json.InvalidJsonException;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Answers JSON lines with JSON lines, each flushed before the next is read. A line that cannot be answered gets an answer
 * that says why, and the rest go on.
 */
public final class JsonLines {
    private final UnaryOperator<Obj> answer;

    /** Answers each line's object with the members of another; {@code id} is put before them. */
    public JsonLines(UnaryOperator<Obj> answer) {
        this.answer = answer;
    }

    /** Answers all lines of the file that is the only operand, or of what is piped in. */
    public int run(Arguments arguments, Streams streams) {
        arguments.operands(0, 1);
        try (InputStream in = arguments.file(0).isPresent()
                ? Files.newInputStream(arguments.file(0).get())
                : streams.in()) {
            answer(new Lines(in), streams);
            return 0;
        } catch (IOException e) {
            throw new UsageException("cannot read " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw new UsageException("reading stopped: " + e.getMessage());
        }
    }

    private void answer(Lines lines, Streams streams) {
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank()) {
                streams.out().print(ValueJson.write(answer(line.get())) + "\n");
                streams.out().flush();
            }
        }
    }

    private Obj answer(Lines.Line line) {
        Value id = Num.of(line.number());
        try {
            Obj question = object(line);
            Value given = question.get("id");
            id = given.isMissing() ? id : given;
            return withId(id, answer.apply(question));
        } catch (LineException fault) {
            return withId(id, failed(fault.error()));
        } catch (RuntimeException | StackOverflowError broken) {
            return withId(
                    id,
                    failed(new LineException(
                                    "internal fault: " + broken.getClass().getName())
                            .error()));
        }
    }

    private static Obj object(Lines.Line line) {
        String text = line.text().orElseThrow(() -> new LineException("the line is no UTF-8, or too long"));
        try {
            if (ValueJson.read(text) instanceof Obj obj) {
                return obj;
            }
        } catch (InvalidJsonException e) {
            String place = " (line " + line.number() + ", column " + e.column() + ")";
            throw new LineException(e.fault() + place).line(line.number()).column(e.column());
        }
        throw new LineException("the line is no JSON object");
    }

    private static Obj failed(Obj error) {
        return Obj.EMPTY.with("error", error);
    }

    private static Obj withId(Value id, Obj members) {
        Obj answer = Obj.EMPTY.with("id", id);
        for (Map.Entry<String, Value> member : members.members().entrySet()) {
            answer = member.getKey().equals("id") ? answer : answer.with(member.getKey(), member.getValue());
        }
        return answer;
    }

    /** The text at {@code name} of a question; empty when it is left out or null. */
    public static Optional<String> text(Obj question, String name) {
        Value value = question.get(name);
        if (value.isMissing() || value instanceof Null) {
            return Optional.empty();
        }
        if (value instanceof Text text) {
            return Optional.of(text.value());
        }
        throw new LineException("'" + name + "' must be text");
    }

    /** The text at {@code name}, which must be there. */
    public static String needed(Obj question, String name) {
        return text(question, name).orElseThrow(() -> new LineException("'" + name + "' is missing"));
    }
}
