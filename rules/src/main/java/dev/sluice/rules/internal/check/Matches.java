package dev.sluice.rules.internal.check;

import dev.sluice.rules.internal.pattern.Pattern;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Value;
import java.util.List;

/** {@code matches pattern}: one of the patterns fits the text, or an element of the list. */
final class Matches extends Check {
    private final Pattern[] patterns;

    Matches(List<Pattern> patterns) {
        this.patterns = patterns.toArray(Pattern[]::new);
    }

    @Override
    public boolean holds(Value left, At at) {
        if (left.isBlank()) {
            return false;
        }
        return left.plain() instanceof Arr arr ? arr.values().stream().anyMatch(this::any) : any(left);
    }

    private boolean any(Value left) {
        String text = left.text();
        for (Pattern pattern : patterns) {
            if (pattern.matches(text)) {
                return true;
            }
        }
        return false;
    }
}
