package dev.sluice.types;

import java.util.Locale;
import java.util.Optional;

/** The parts of a {@link Scope}; each holds one object. All but {@link #VARS} are the first word of a path. */
public enum Section {
    /** The lead's parsed fields, and its {@code id}. */
    LEAD,
    /** What steps have added, by key: {@code appended.phone_intel.line_type}. */
    APPENDED,
    /** What became of each step: {@code steps.s1.outcome}. */
    STEPS,
    /** Answers of look-ups that are made before acceptance; gates may read them, steps may not. */
    DECISIONS,
    SOURCE,
    FLOW,
    ACCOUNT,
    /** How and when the lead came: {@code submission.timestamp}, {@code submission.ip}. */
    SUBMISSION,
    /** The recipient being delivered to; readable only there. */
    RECIPIENT,
    /** The feedback being handled; readable only there. */
    FEEDBACK,
    /** Names of their own, without a section before them: {@code random}, {@code price}. */
    VARS;

    private final String path = name().toLowerCase(Locale.ROOT);

    /** The first word of paths into this section. */
    public String path() {
        return path;
    }

    /** The section that {@code word} begins a path of; never {@link #VARS}. */
    public static Optional<Section> of(String word) {
        for (Section section : values()) {
            if (section != VARS && section.path.equals(word)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }
}
