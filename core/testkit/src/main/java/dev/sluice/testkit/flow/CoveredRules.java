package dev.sluice.testkit.flow;

import dev.sluice.event.Event;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Decision;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.ZoneId;
import java.util.Set;

/** The rules at one place of a flow, clause by clause. */
final class CoveredRules {
    private static final int FAILED = 1;
    private static final int PASSED = 2;
    /** Two bits a clause, 64 bits a word. */
    private static final int IN_A_WORD = 32;

    private final String place;
    private final CompiledRules rules;
    private final ZoneId zone;

    CoveredRules(String place, CompiledRules rules, ZoneId zone) {
        this.place = place;
        this.rules = rules;
        this.zone = zone;
    }

    void declare(Set<String> parts) {
        for (int i = 0; i < rules.clauses(); i++) {
            parts.add(rule(i) + ": held");
            parts.add(rule(i) + ": failed");
        }
    }

    private String rule(int index) {
        return place + ", rule " + (index + 1);
    }

    /** Takes in what an event keeps of a decision, in hex. */
    void recorded(Value clauses, Set<String> reached) {
        if (!(clauses instanceof Text hex) || hex.value().isEmpty()) {
            return;
        }
        String[] texts = hex.value().split("\\.", -1);
        long[] words = new long[texts.length];
        for (int i = 0; i < texts.length; i++) {
            words[i] = Long.parseUnsignedLong(texts[i], 16);
        }
        count(words, reached);
    }

    /**
     * Decides again on the data of an event that keeps no decision, because the rules held or their step only passed a lead
     * over. Counts nothing when it comes to something else than what {@code held} then.
     */
    void decided(Scope data, Event event, boolean held, Set<String> reached) {
        Decision decision = rules.decide(data, new At(event.at(), zone));
        if (decision.passed() == held) {
            count(decision.results(), reached);
        }
    }

    private void count(long[] words, Set<String> reached) {
        for (int i = 0; i < rules.clauses() && i / IN_A_WORD < words.length; i++) {
            long bits = words[i / IN_A_WORD] >>> (2 * (i % IN_A_WORD)) & 3;
            if (bits == FAILED || bits == PASSED) {
                reached.add(rule(i) + (bits == PASSED ? ": held" : ": failed"));
            }
        }
    }
}
