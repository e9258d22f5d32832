package dev.sluice.internal.gate;

import dev.sluice.delivery.Outcome;
import dev.sluice.internal.Gate;
import dev.sluice.internal.Hearing;
import dev.sluice.internal.Question;
import dev.sluice.internal.digest.Tokens;
import dev.sluice.internal.lists.ListFacts;
import dev.sluice.internal.lists.ListLookup;
import dev.sluice.internal.lists.ListText;
import dev.sluice.internal.mapping.ReasonText;
import dev.sluice.internal.record.Verdict;
import dev.sluice.lists.ListMatch;
import dev.sluice.store.Changes;
import dev.sluice.store.EntryKey;
import dev.sluice.store.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses leads whose value is in a list at the moment of the decision. */
public record SuppressionGate(
        ListText value,
        ListLookup lookup,
        Tokens tokens,
        @Nullable ReasonText reason) implements Gate {

    @Override
    public @Nullable Verdict refusal(Hearing hearing) {
        value.of(hearing.scope(), hearing.at())
                .map(tokens::of)
                .ifPresent(token -> hearing.ask(new Absence(hearing, token)));
        return null;
    }

    /** Whether the value is in none of the lists. */
    private final class Absence implements Question {
        private final Hearing hearing;
        private final String token;

        Absence(Hearing hearing, String token) {
            this.hearing = hearing;
            this.token = token;
        }

        @Override
        public List<EntryKey> entries() {
            return lookup.keys(token);
        }

        @Override
        public @Nullable Verdict refusal(View view) {
            ListMatch match = lookup.match(view, token, hearing.at());
            return match.found() ? Verdict.refuse(Outcome.FAILURE, text(match), ListFacts.of(match)) : null;
        }

        private String text(ListMatch match) {
            return reason == null
                    ? "Suppressed: " + match.foundIn().get(0)
                    : reason.render(hearing.scope(), hearing.at());
        }

        @Override
        public void take(Changes changes) {
            // Being taken changes no list.
        }
    }
}
