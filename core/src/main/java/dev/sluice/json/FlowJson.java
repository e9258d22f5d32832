package dev.sluice.json;

import dev.sluice.InvalidFlowException;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.check.FlowChecks;
import dev.sluice.json.internal.flow.FlowForm;
import dev.sluice.json.internal.tree.Faults;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.rules.Finding;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Definitions as JSON. Reading what was written gives an equal definition; {@code dev/sluice/flow.schema.json} in this
 * jar describes the form.
 *
 * <p>Reading is strict: unknown keys, unknown words, values of the wrong kind and keys that stand twice are faults. All of
 * them are collected, each with its JSON pointer. Keys and words are also read in their spelling with underscores; a null
 * where a value may be left out counts as left out. Safe on any thread.
 */
public final class FlowJson {
    private FlowJson() {}

    /**
     * Reads a definition. What it says is examined when it is opened; a definition that cannot be read is examined as far
     * as it can be, with the built-in field types and helpers, so that all that is wrong is told at once.
     *
     * @throws InvalidFlowException with everything that is wrong with it
     */
    public static FlowDefinition read(String json) {
        Faults faults = new Faults();
        FlowDefinition flow = FlowForm.read(new Node(parse(json, faults), "", faults));
        if (!faults.isEmpty()) {
            throw new InvalidFlowException(faults.with(FlowChecks.standard().check(flow)));
        }
        return flow;
    }

    /**
     * Reads a definition from a file in UTF-8.
     *
     * @throws InvalidFlowException with everything that is wrong with it
     * @throws UncheckedIOException if the file cannot be read
     */
    public static FlowDefinition read(Path file) {
        try {
            if (Files.size(file) > 4L * JsonLimits.definition().document()) {
                throw invalid("json_limit", "the file is longer than a definition may be");
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return read(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            throw invalid("json_syntax", "the file is not UTF-8; save it in that encoding");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a definition from {@code reader} to its end, and leaves it open.
     *
     * @throws InvalidFlowException with everything that is wrong with it
     * @throws UncheckedIOException if the reader cannot be read
     */
    public static FlowDefinition read(Reader reader) {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8192];
        try {
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                text.append(buffer, 0, n);
                if (text.length() > JsonLimits.definition().document()) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(text.toString());
    }

    private static Value parse(String json, Faults faults) {
        try {
            return ValueParser.read(
                    json,
                    JsonLimits.definition(),
                    (pointer, line, column) -> faults.wrong(
                            "duplicate_key",
                            pointer,
                            "this key stands twice in its object (again in line " + line + ", column " + column
                                    + "); remove one"));
        } catch (InvalidJsonException e) {
            throw invalid(e.code(), e.getMessage() + "; nothing after this place was read");
        }
    }

    private static InvalidFlowException invalid(String code, String text) {
        return new InvalidFlowException(List.of(Finding.error(code, "", text)));
    }

    /** The definition on one line with sorted keys; what is left at its default is not written. */
    public static String write(FlowDefinition flow) {
        return ValueJson.canonical(FlowForm.write(flow));
    }

    /** The definition as a value, keys in the order of their meaning; what is left at its default is not in it. */
    public static Obj tree(FlowDefinition flow) {
        return FlowForm.write(flow);
    }

    /** The definition for people, keys in the order of their meaning; what is left at its default is not written. */
    public static String pretty(FlowDefinition flow) {
        return ValueJson.pretty(FlowForm.write(flow));
    }

    /** SHA-256 of what the definition says, in hex; the author's label {@code version} does not count. */
    public static String hash(FlowDefinition flow) {
        return Sha256.hex(write(flow.toBuilder().version(null).build()));
    }
}
