package dev.sluice.rules;

import java.util.Collection;

/**
 * Says whether a text is obscene. Hosts bring their own list, or a service's answer held in memory.
 *
 * <p>Called on the thread that evaluates a rule, often; it must not block, must give the same answer for the same text,
 * and must not throw.
 */
@FunctionalInterface
public interface ObscenityChecker {

    /** Finds nothing obscene: the default. Rules that ask are a warning then. */
    ObscenityChecker NONE = text -> false;

    /** Whether {@code text}, never blank, is obscene. */
    boolean isObscene(String text);

    /** A checker that finds any of {@code words} standing as a word of its own, in any case. */
    static ObscenityChecker words(Collection<String> words) {
        return new ObsceneWords(words);
    }
}
