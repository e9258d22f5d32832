package dev.sluice.types;

import static dev.sluice.types.Section.ACCOUNT;
import static dev.sluice.types.Section.APPENDED;
import static dev.sluice.types.Section.DECISIONS;
import static dev.sluice.types.Section.FEEDBACK;
import static dev.sluice.types.Section.FLOW;
import static dev.sluice.types.Section.LEAD;
import static dev.sluice.types.Section.RECIPIENT;
import static dev.sluice.types.Section.SOURCE;
import static dev.sluice.types.Section.STEPS;
import static dev.sluice.types.Section.SUBMISSION;
import static dev.sluice.types.Section.VARS;

import java.util.EnumSet;
import java.util.Set;

/** Where on a lead's way a path is read, which decides what it may read. */
public enum Stage {
    /** Renaming what the source sent: raw names, without {@code lead.}. */
    INBOUND(EnumSet.of(LEAD, SOURCE, FLOW, ACCOUNT, SUBMISSION, VARS)),
    /** Acceptance, caps of flow and source, purchase price. */
    GATE(EnumSet.of(LEAD, SOURCE, FLOW, ACCOUNT, SUBMISSION, DECISIONS, VARS)),
    /** Filters and the criteria of steps. */
    STEP(EnumSet.of(LEAD, APPENDED, STEPS, SOURCE, FLOW, ACCOUNT, SUBMISSION, VARS)),
    /** Mappings, prices and settings of a delivery or a look-up. */
    DELIVERY(EnumSet.of(LEAD, APPENDED, STEPS, SOURCE, FLOW, ACCOUNT, SUBMISSION, RECIPIENT, VARS)),
    /** The answer to the source. */
    RESPONSE(EnumSet.of(LEAD, APPENDED, STEPS, SOURCE, FLOW, ACCOUNT, SUBMISSION, VARS)),
    /** Feedback from a buyer. */
    FEEDBACK_RULES(EnumSet.of(LEAD, APPENDED, STEPS, SOURCE, FLOW, ACCOUNT, SUBMISSION, RECIPIENT, FEEDBACK, VARS)),
    /** Tools that look at stored data: everything may be read. */
    ANY(EnumSet.allOf(Section.class));

    private final Set<Section> readable;

    Stage(EnumSet<Section> readable) {
        this.readable = readable;
    }

    /** Whether paths of this stage may read {@code section}. */
    public boolean mayRead(Section section) {
        return readable.contains(section);
    }
}
