package dev.sluice.json;

/** What happens when an object names a member twice. */
interface DuplicateNames {
    /** Refuses the text. */
    DuplicateNames REFUSED = (pointer, line, column) -> {
        throw new InvalidJsonException("duplicate_key", "a member is named twice", line, column);
    };

    /** Called for the second member and each after it; when it returns, reading goes on and the first value stays. */
    void found(String pointer, int line, int column);
}
