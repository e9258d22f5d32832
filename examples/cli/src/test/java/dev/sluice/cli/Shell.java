package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Time;
import dev.sluice.cli.frame.Streams;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The address of a store in {@code folder} that holds what became of {@code leads}, a CSV file, in {@code flow}. */
    static String stored(Path folder, String flow, String leads) throws IOException {
        String store = "jdbc:sqlite:" + folder.resolve("leads.db");
        Path definition = Files.writeString(folder.resolve("flow.json"), flow);
        Path rows = Files.writeString(folder.resolve("leads.csv"), leads);
        Result run = sluice("run", definition.toString(), rows.toString(), "--store", store, "--progress", "none");
        assertThat(run.status()).as(run.err()).isZero();
        return store;
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
