package dev.sluice.partner;

import java.util.Locale;

/** Who sends leads to whom, as one side sees the other. */
public enum Relation {
    /** The other sends leads. */
    SOURCE,
    /** The other gets leads. */
    BUYER,
    /** Both ways. */
    BOTH;

    /** The same relation as the other side sees it. */
    public Relation fromTheOtherSide() {
        return switch (this) {
            case SOURCE -> BUYER;
            case BUYER -> SOURCE;
            case BOTH -> BOTH;
        };
    }

    /** Whether the other may send leads. */
    public boolean otherSends() {
        return this != BUYER;
    }

    /** Whether the other may get leads. */
    public boolean otherReceives() {
        return this != SOURCE;
    }

    /** The word in stored connections and on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
