package dev.sluice.internal.lists;

import dev.sluice.lists.ListMatch;
import dev.sluice.types.Arr;
import dev.sluice.types.Missing;
import dev.sluice.types.Moment;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;

/** What events say of a value that was found in lists: in which, and since when. */
public final class ListFacts {
    private static final Shape SHAPE = Shape.of("found_in", "added_at");

    private ListFacts() {}

    public static Obj of(ListMatch match) {
        return Obj.of(
                SHAPE,
                Arr.of(match.foundIn().stream().<Value>map(Text::new).toList()),
                match.addedAt().<Value>map(Moment::of).orElse(Missing.MISSING));
    }
}
