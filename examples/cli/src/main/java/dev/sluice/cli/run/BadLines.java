package dev.sluice.cli.run;

import dev.sluice.cli.leads.BadLine;
import java.util.function.Consumer;

/** Lines of a file that held no lead: the first ones are told to people, all are counted. Used by one thread. */
public final class BadLines implements Consumer<BadLine> {
    private static final int MOST_TOLD = 20;

    private final Consumer<String> people;
    private long count;

    public BadLines(Consumer<String> people) {
        this.people = people;
    }

    @Override
    public void accept(BadLine bad) {
        count++;
        if (count <= MOST_TOLD) {
            people.accept("sluice: line " + bad.line() + " holds no lead: " + bad.why());
        } else if (count == MOST_TOLD + 1) {
            people.accept("sluice: further lines without a lead are only counted");
        }
    }

    public long count() {
        return count;
    }
}
