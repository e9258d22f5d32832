package dev.sluice.http.internal.lookup;

import dev.sluice.http.InvalidRequestException;
import dev.sluice.http.Presets;
import dev.sluice.types.Obj;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Settings of look-ups that were read, by equality: there are few, and each is asked for often. */
public final class Lookups {
    private static final int MOST = 10_000;

    private final Presets presets;
    private final Map<Obj, Waterfall> known = new ConcurrentHashMap<>();

    public Lookups(Presets presets) {
        this.presets = presets;
    }

    /** @throws InvalidRequestException when the settings are wrong */
    public Waterfall of(Obj config) {
        Waterfall lookup = known.get(config);
        if (lookup == null) {
            if (known.size() >= MOST) {
                known.clear();
            }
            lookup = Waterfall.of(config, presets);
            known.put(config, lookup);
        }
        return lookup;
    }
}
