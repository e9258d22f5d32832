package dev.sluice.cli;

import dev.sluice.Time;
import dev.sluice.cli.frame.Streams;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Calls the command as a shell does, without a process of its own. */
final class Shell {
    private Shell() {}

    /** What a call left behind. */
    record Result(int status, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }

        List<Value> answers() {
            return lines().stream().map(ValueJson::read).toList();
        }

        Value answer() {
            return answers().get(0);
        }
    }

    /** A call with nothing piped in. */
    static Result sluice(String... words) {
        return pipe(new byte[0], words);
    }

    /** A call with {@code input} piped in. */
    static Result pipe(String input, String... words) {
        return pipe(input.getBytes(StandardCharsets.UTF_8), words);
    }

    static Result pipe(byte[] input, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = Streams.of(new ByteArrayInputStream(input), out, err);
        int status = new Commands(Time.system()).run(words, streams);
        streams.flush();
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
