package dev.sluice.http.internal.answer;

/** How the case of letters counts in patterns that pick a value out. */
public enum PatternStyle {
    /** It says nothing. */
    ANY_CASE,
    /** As the observed package has it: the pattern is put into lower case, the text is not. */
    LOWERED
}
