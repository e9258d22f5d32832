package dev.sluice.rules;

/**
 * The whole of MVEL, for expressions that the developers of the host write themselves. Whoever writes such an expression
 * can run any code in the host's process; never give it text that comes from a definition, a lead or a person.
 */
public final class TrustedMvel {
    private TrustedMvel() {}
}
