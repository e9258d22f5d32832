package dev.sluice.rules;

import dev.sluice.rules.internal.text.Folding;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Looks each word of a text up in a list; letters and digits make a word. */
final class ObsceneWords implements ObscenityChecker {
    private final Set<String> words = new HashSet<>();

    ObsceneWords(Collection<String> words) {
        words.forEach(word -> this.words.add(Folding.fold(word)));
    }

    @Override
    public boolean isObscene(String text) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
                if (i > from && words.contains(Folding.fold(text.substring(from, i)))) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }
}
