package dev.sluice.types;

/** Receives the difference of two scopes, member by member, in the order of sections and names. */
public interface ChangeSink {
    /** {@code section} now holds {@code now} as {@code name}. */
    void set(Section section, String name, Value now);

    /** {@code section} no longer holds {@code name}. */
    void removed(Section section, String name);
}
