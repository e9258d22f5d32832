package dev.sluice.rules.internal.program;

/** Where evaluation goes on from a place, by what came out there. */
record Exits(int pass, int fail, int skip) {
    static final Exits OF_PROGRAM = new Exits(Code.PASSED, Code.FAILED, Code.PASSED);
}
