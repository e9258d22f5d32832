package dev.sluice;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Keys of the host that seal what unfinished leads still need and the log may not have: secret values. A key that is no
 * longer current must be found as long as leads that it sealed are open. Methods may be called from any thread.
 */
public interface WorkingKeys {

    /** The key that seals from now on. */
    Key current();

    /** The key with this id; empty when it is gone, and what it sealed with it. */
    Optional<Key> named(String id);

    /** One key for all time. */
    static WorkingKeys of(String id, byte[] bytes) {
        Key only = new Key(id, bytes);
        return new WorkingKeys() {
            @Override
            public Key current() {
                return only;
            }

            @Override
            public Optional<Key> named(String name) {
                return name.equals(only.id()) ? Optional.of(only) : Optional.empty();
            }
        };
    }

    /**
     * A key for AES.
     *
     * @param id unique for all time, at most 255 bytes in UTF-8
     * @param bytes 16, 24 or 32 of them; not copied
     */
    record Key(String id, byte[] bytes) {
        public Key {
            requireNonNull(id, "id");
            if (bytes.length != 16 && bytes.length != 24 && bytes.length != 32) {
                throw new IllegalArgumentException("a key has 16, 24 or 32 bytes, not " + bytes.length);
            }
        }

        /** A key of 32 random bytes. */
        public static Key fresh(String id) {
            return new Key(id, Gcm.key());
        }

        /**
         * Encrypts {@code text} with AES-GCM under a nonce of its own, which stands before it. It opens only with the same
         * {@code about}: say there to whom it belongs.
         */
        public byte[] seal(byte[] text, String about) {
            return Gcm.seal(use(), bytes, text, about);
        }

        /** What was sealed; empty when it was sealed with another key, about something else, or was changed. */
        public Optional<byte[]> open(byte[] sealed, String about) {
            return Gcm.open(use(), bytes, sealed, about);
        }

        /** Keys of leads have no name. */
        private Gcm.Use use() {
            return id.isEmpty() ? Gcm.Use.LEAD : Gcm.Use.HOST;
        }

        /** Without the bytes. */
        @Override
        public String toString() {
            return "key " + id;
        }
    }
}
