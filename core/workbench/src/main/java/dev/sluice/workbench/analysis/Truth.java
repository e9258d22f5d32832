package dev.sluice.workbench.analysis;

/** Yes, no, or not decided yet. */
enum Truth {
    YES,
    NO,
    OPEN;

    static Truth of(boolean known) {
        return known ? YES : NO;
    }

    Truth not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case OPEN -> OPEN;
        };
    }
}
