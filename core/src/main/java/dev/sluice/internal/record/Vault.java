package dev.sluice.internal.record;

import dev.sluice.WorkingKeys;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Durability;
import dev.sluice.store.Sealed;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.Arr;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the secret values of unfinished leads sealed beside the log, which has their masks only. Nothing is sealed where
 * nothing outlives the process. Safe on any thread.
 */
public final class Vault {

    private final Store store;
    private final WorkingKeys keys;

    public Vault(Store store, WorkingKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /** A key that is gone with the process. */
    public static WorkingKeys ofThisProcess() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return WorkingKeys.of("of this process " + Arrays.hashCode(bytes), bytes);
    }

    /**
     * A lead's secret values.
     *
     * @param lead as it was submitted
     * @param set what steps have given secret fields since, in order
     */
    public record Opened(Lead lead, List<SetSecrets> set) {
        public Opened {
            set = List.copyOf(set);
        }
    }

    /** What must be kept of a lead; empty when it has nothing secret. */
    public Optional<Sealed> sealed(StreamId stream, Opened lead, Set<String> secretNames) {
        if (secretNames.isEmpty() || store.durability() == Durability.MEMORY) {
            return Optional.empty();
        }
        Obj secrets = secrets(lead.lead(), secretNames);
        return secrets.isBlank() && lead.set().isEmpty()
                ? Optional.empty()
                : Optional.of(new Sealed(stream, seal(stream, written(secrets, lead.set()))));
    }

    /** The values of the input; with those of steps a list, of which they are the rest. */
    private static Value written(Obj input, List<SetSecrets> set) {
        if (set.isEmpty()) {
            return input;
        }
        List<Value> all = new ArrayList<>();
        all.add(input);
        set.forEach(
                each -> all.add(Obj.EMPTY.with("seq", Value.number(each.seq())).with("values", each.raw())));
        return Value.list(all);
    }

    private static Obj secrets(Lead lead, Set<String> names) {
        Obj secrets = Obj.EMPTY;
        for (Map.Entry<String, Value> each : lead.data().entrySet()) {
            if (names.contains(each.getKey()) && !each.getValue().isBlank()) {
                secrets = secrets.with(each.getKey(), each.getValue());
            }
        }
        return secrets;
    }

    /**
     * What of the lead is masked in the log.
     *
     * @throws SealedAwayException if its secret values cannot be read for want of their key
     * @throws SecretsGoneException if they are not there
     */
    public Opened whole(StreamId stream, Lead recorded, Set<String> secretNames) {
        if (store.durability() == Durability.MEMORY || secretNames.isEmpty()) {
            return new Opened(recorded, List.of());
        }
        Optional<Sealed> copy = store.sealed(stream);
        if (copy.isEmpty() && !secrets(recorded, secretNames).isBlank()) {
            throw new SecretsGoneException();
        }
        return copy.map(kept -> read(recorded, open(kept))).orElse(new Opened(recorded, List.of()));
    }

    private static Opened read(Lead recorded, Value kept) {
        if (!(kept instanceof Arr all)) {
            return new Opened(recorded.with(members(kept)), List.of());
        }
        List<SetSecrets> set = all.values().stream()
                .skip(1)
                .map(each -> new SetSecrets(
                        Integer.parseInt(each.part("seq").text()),
                        each.part("values") instanceof Obj raw ? raw : Obj.EMPTY))
                .toList();
        return new Opened(recorded.with(members(all.values().get(0))), set);
    }

    private static Map<String, Value> members(Value object) {
        return object instanceof Obj obj ? obj.members() : Map.of();
    }

    private byte[] seal(StreamId stream, Value secrets) {
        WorkingKeys.Key key = keys.current();
        byte[] id = key.id().getBytes(StandardCharsets.UTF_8);
        byte[] clear = ValueJson.write(secrets).getBytes(StandardCharsets.UTF_8);
        byte[] body = key.seal(clear, about(stream));
        return ByteBuffer.allocate(1 + id.length + body.length)
                .put((byte) id.length)
                .put(id)
                .put(body)
                .array();
    }

    private Value open(Sealed copy) {
        ByteBuffer bytes = ByteBuffer.wrap(copy.body());
        String id = new String(next(bytes, Byte.toUnsignedInt(bytes.get())), StandardCharsets.UTF_8);
        WorkingKeys.Key key = keys.named(id)
                .orElseThrow(() -> new SealedAwayException("the key that sealed the lead's secret values is gone: " + id
                        + "; give the host's keys with Sluice.builder().workingKeys(..)"));
        byte[] clear = key.open(next(bytes, bytes.remaining()), about(copy.lead()))
                .orElseThrow(() -> new SealedAwayException("the lead's secret values cannot be opened with " + key));
        return ValueJson.read(new String(clear, StandardCharsets.UTF_8));
    }

    private static byte[] next(ByteBuffer bytes, int length) {
        byte[] part = new byte[length];
        bytes.get(part);
        return part;
    }

    /** The lead is part of what is authenticated, so that a copy of another lead does not open. */
    private static String about(StreamId stream) {
        return stream.account() + "|" + stream.id();
    }
}
