package dev.sluice.batch;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.RowFormat;
import dev.sluice.types.Obj;
import java.util.List;

/** A format that takes settings: what it reads is all there is to say about them. */
abstract class SettledFormat implements RowFormat {

    /** This with the settings that are given; this itself when something is wrong with them. */
    abstract RowFormat read(FormatSettings given);

    @Override
    public final List<ConfigProblem> check(Obj config) {
        FormatSettings given = new FormatSettings(config);
        read(given);
        return given.problems();
    }

    @Override
    public final RowFormat with(Obj config) {
        return read(new FormatSettings(config));
    }
}
