package dev.sluice.export;

/** A reader's role or treatments speak of hashes or tokens, and no key for them was wired. */
final class NoPseudonymsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NoPseudonymsException() {
        super("hashes and tokens need a key: wire one with .pseudonyms(Pseudonyms.keyed(..))");
    }
}
