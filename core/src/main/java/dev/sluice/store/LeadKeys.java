package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import dev.sluice.WorkingKeys;
import dev.sluice.event.Event;
import dev.sluice.store.codec.Sealing;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key for each lead, encrypted by one of the host's, for those who write stores. A lead whose key was destroyed goes on
 * under one that nobody keeps. Safe on any thread.
 */
public final class LeadKeys implements Sealing {
    /** Types by whose values people are looked for. */
    private static final Set<String> INDEXED = Set.of("email", "phone");

    private static final int KEPT = 8_192;
    private static final int TOKEN = 16;
    private static final byte FORMAT = 1;

    private final Privacy privacy;
    private final Stored stored;
    /** Ready to be copied: it costs more to make one than to hash an address. */
    private final Mac index;

    private final Map<StreamId, DataKey> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamId, DataKey> eldest) {
            return size() > KEPT;
        }
    };

    public LeadKeys(Privacy privacy, Stored stored) {
        this.privacy = requireNonNull(privacy, "privacy");
        this.stored = requireNonNull(stored, "stored");
        this.index = mac(privacy.indexKey());
    }

    /** What a store has of a lead, as it is durable. */
    public interface Stored {
        Optional<WrappedKey> key(StreamId lead);

        /** Whether anything of the lead was sealed, so that it had a key. */
        boolean isSealed(StreamId lead);
    }

    /**
     * @param unstored what has to be stored; null when it is, or must not be
     * @param since with which event; not with later ones, behind which the key may have been destroyed
     */
    private record DataKey(WorkingKeys.Key key, @Nullable WrappedKey unstored, long since) {}

    @Override
    public Sealer of(StreamId stream) {
        return new LeadSealer(stream);
    }

    private final class LeadSealer implements Sealer {
        private final StreamId stream;
        private @Nullable DataKey key;

        private LeadSealer(StreamId stream) {
            this.stream = stream;
        }

        private DataKey key(long seq) {
            DataKey known = key == null ? LeadKeys.this.key(stream, seq) : key;
            key = known;
            return known;
        }

        @Override
        public byte[] seal(long seq, Part part, byte[] text) {
            byte[] sealed = key(seq).key().seal(text, about(stream, seq, part));
            byte[] all = new byte[sealed.length + 1];
            all[0] = FORMAT;
            System.arraycopy(sealed, 0, all, 1, sealed.length);
            return all;
        }

        @Override
        public Optional<WrappedKey> unstoredKey(long seq) {
            DataKey known = key(seq);
            return Optional.ofNullable(known.since() == seq ? known.unstored() : null);
        }
    }

    @Override
    public Optional<byte[]> open(StreamId stream, long seq, Part part, byte[] sealed) {
        if (sealed[0] != FORMAT) {
            throw new StoreException(
                    "event " + seq + " of " + stream.id() + " is sealed in a form of a newer version", null);
        }
        byte[] body = Arrays.copyOfRange(sealed, 1, sealed.length);
        return existing(stream).flatMap(key -> key.key().open(body, about(stream, seq, part)));
    }

    private static String about(StreamId stream, long seq, Part part) {
        return stream.account() + "|" + stream.id() + "|" + seq + "|" + part.ordinal();
    }

    private DataKey key(StreamId stream, long seq) {
        Optional<DataKey> existing = seq == 1 ? remembered(stream) : existing(stream);
        return existing.orElseGet(() -> remember(stream, fresh(stream, seq)));
    }

    private Optional<DataKey> existing(StreamId stream) {
        Optional<DataKey> remembered = remembered(stream);
        return remembered.isPresent()
                ? remembered
                : stored.key(stream).flatMap(this::unwrapped).map(key -> remember(stream, new DataKey(key, null, 0)));
    }

    private Optional<DataKey> remembered(StreamId stream) {
        synchronized (known) {
            return Optional.ofNullable(known.get(stream));
        }
    }

    private DataKey remember(StreamId stream, DataKey key) {
        synchronized (known) {
            DataKey faster = known.putIfAbsent(stream, key);
            return faster == null ? key : faster;
        }
    }

    /** Lets go of the lead's key: it was destroyed, or its first write was. */
    public void forget(StreamId stream) {
        synchronized (known) {
            known.remove(stream);
        }
    }

    private DataKey fresh(StreamId stream, long seq) {
        WorkingKeys.Key key = WorkingKeys.Key.fresh("");
        WorkingKeys.Key host = privacy.keys().current();
        boolean isErased = seq > 1 && stored.isSealed(stream);
        return isErased
                ? new DataKey(key, null, 0)
                : new DataKey(
                        key,
                        new WrappedKey(stream.account(), stream.id(), host.id(), host.seal(key.bytes(), about(stream))),
                        seq);
    }

    private Optional<WorkingKeys.Key> unwrapped(WrappedKey wrapped) {
        WorkingKeys.Key host = privacy.keys()
                .named(wrapped.wrappedBy())
                .orElseThrow(() -> new StoreException(
                        "the key '" + wrapped.wrappedBy()
                                + "' that encrypts keys of leads is not there: give the store the host's keys",
                        null));
        return host.open(wrapped.bytes(), about(new StreamId(wrapped.account(), wrapped.leadId())))
                .map(bytes -> new WorkingKeys.Key("", bytes));
    }

    private static String about(StreamId stream) {
        return stream.account() + "|" + stream.id();
    }

    @Override
    public List<Token> tokens(Event event) {
        boolean unchanged = event.before().isPresent()
                && event.before().get().section(Section.LEAD)
                        == event.snapshot().section(Section.LEAD);
        if (unchanged) {
            return List.of();
        }
        List<Token> tokens = new ArrayList<>(2);
        for (Value value : event.snapshot().section(Section.LEAD).members().values()) {
            if (value instanceof Typed typed
                    && typed.valid()
                    && INDEXED.contains(typed.type().name())) {
                tokens.add(token(
                        event.stream().account(),
                        typed.type().name(),
                        typed.normal().text()));
            }
        }
        return tokens;
    }

    /** The token of a value's normal form. */
    public Token token(String account, String type, String normal) {
        try {
            byte[] hash = ((Mac) index.clone())
                    .doFinal(("index|" + account + "|" + type + "|" + normal).getBytes(StandardCharsets.UTF_8));
            return new Token(type, HexFormat.of().formatHex(hash, 0, TOKEN));
        } catch (CloneNotSupportedException foreign) {
            throw new IllegalStateException("the platform's HMAC-SHA-256 cannot be used again", foreign);
        }
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", absent);
        }
    }
}
