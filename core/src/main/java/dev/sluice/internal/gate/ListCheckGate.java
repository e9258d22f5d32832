package dev.sluice.internal.gate;

import dev.sluice.internal.Gate;
import dev.sluice.internal.Hearing;
import dev.sluice.internal.digest.Tokens;
import dev.sluice.internal.lists.ListFacts;
import dev.sluice.internal.lists.ListLookup;
import dev.sluice.internal.lists.ListText;
import dev.sluice.internal.record.Verdict;
import dev.sluice.lists.ListMatch;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks a lead up in lists before it is judged, all checks in one read. Refuses nothing. */
public final class ListCheckGate implements Gate {
    private final List<Check> checks;
    private final Shape answers;
    private final Tokens tokens;

    /** One check: what is looked for, and where. */
    public record Check(String name, ListText value, ListLookup lookup) {}

    public ListCheckGate(List<Check> checks, Tokens tokens) {
        this.checks = List.copyOf(checks);
        this.answers =
                Shape.of(checks.stream().map(check -> "is_" + check.name()).toList());
        this.tokens = tokens;
    }

    @Override
    public @Nullable Verdict refusal(Hearing hearing) {
        List<Optional<String>> sought = checks.stream()
                .map(check -> check.value().of(hearing.scope(), hearing.at()).map(tokens::of))
                .toList();
        List<ListMatch> matches = hearing.run()
                .write(reads(sought), (view, changes) -> matches(sought, view, hearing.at()))
                .decided();
        Obj variables = hearing.scope().section(Section.VARS);
        hearing.learn(Section.VARS, variables.with("suppressionlist", booleans(matches)));
        Obj found = found(matches);
        hearing.note(() -> found);
        return null;
    }

    private Reads reads(List<Optional<String>> sought) {
        List<EntryKey> entries = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            ListLookup lookup = checks.get(i).lookup();
            sought.get(i).ifPresent(token -> entries.addAll(lookup.keys(token)));
        }
        return new Reads(List.of(), entries, List.of(), List.of(), List.of());
    }

    private List<ListMatch> matches(List<Optional<String>> sought, View view, At at) {
        List<ListMatch> matches = new ArrayList<>(checks.size());
        for (int i = 0; i < checks.size(); i++) {
            ListLookup lookup = checks.get(i).lookup();
            matches.add(
                    sought.get(i).map(token -> lookup.match(view, token, at)).orElse(ListMatch.NONE));
        }
        return matches;
    }

    private Obj booleans(List<ListMatch> matches) {
        return Obj.of(
                answers,
                matches.stream().map(match -> Value.bool(match.found())).toArray(Value[]::new));
    }

    private Obj found(List<ListMatch> matches) {
        Obj found = Obj.EMPTY;
        for (int i = 0; i < checks.size(); i++) {
            if (matches.get(i).found()) {
                found = found.with(checks.get(i).name(), ListFacts.of(matches.get(i)));
            }
        }
        return found.isBlank() ? Obj.EMPTY : Obj.EMPTY.with("list_checks", found);
    }
}
