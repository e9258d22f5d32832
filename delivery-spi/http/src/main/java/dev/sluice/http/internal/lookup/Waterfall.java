package dev.sluice.http.internal.lookup;

import dev.sluice.http.InvalidRequestException;
import dev.sluice.http.Presets;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom a look-up asks, one after the other until one answers.
 *
 * @param providers at least one
 * @param defaults the data when nobody answers
 */
public record Waterfall(List<Lookup> providers, Obj defaults) {
    static final String DEFAULTS = "defaults";
    static final String PROVIDERS = "providers";
    private static final int MOST = 20;

    /**
     * Settings of several providers, or of one; presets stand for settings as they do for webhooks.
     *
     * @throws InvalidRequestException when a setting is wrong, with its place
     */
    public static Waterfall of(Obj written, Presets presets) {
        Obj config = written.get(PROVIDERS).isAbsent() ? filled(written, "", presets) : written;
        List<Lookup> all = new ArrayList<>();
        List<Obj> settings = settings(config);
        for (int i = 0; i < settings.size(); i++) {
            String place = place(config, i);
            all.add(lookup(filled(settings.get(i), place, presets), place));
        }
        return new Waterfall(List.copyOf(all), defaults(config.get(DEFAULTS)));
    }

    /** Settings with those of the preset that they name, which may say what an answer costs and how long it is kept. */
    public static Obj filled(Obj settings, String place, Presets presets) {
        try {
            return presets.settings(settings);
        } catch (InvalidRequestException wrong) {
            throw new InvalidRequestException(place + wrong.pointer(), wrong.text());
        }
    }

    private static Lookup lookup(Obj settings, String place) {
        try {
            return Lookup.of(settings);
        } catch (InvalidRequestException wrong) {
            throw new InvalidRequestException(place + wrong.pointer(), wrong.text());
        }
    }

    /** Where the settings of the provider {@code i} stand. */
    public static String place(Obj config, int i) {
        return config.get(PROVIDERS).isAbsent() ? "" : "/" + PROVIDERS + "/" + i;
    }

    /** The settings of each provider. */
    public static List<Obj> settings(Obj config) {
        Value given = config.get(PROVIDERS);
        if (given.isAbsent()) {
            return List.of(config);
        }
        List<Obj> all = new ArrayList<>();
        if (given instanceof Arr arr) {
            arr.values().stream()
                    .filter(Obj.class::isInstance)
                    .map(Obj.class::cast)
                    .forEach(all::add);
            if (all.size() == arr.size() && !all.isEmpty() && all.size() <= MOST && hasNothingElse(config)) {
                return all;
            }
        }
        throw new InvalidRequestException(
                "/" + PROVIDERS,
                "providers are an array of 1 to " + MOST + " objects, beside which only '" + DEFAULTS + "' may stand");
    }

    private static boolean hasNothingElse(Obj config) {
        return config.members().keySet().stream().allMatch(name -> name.equals(PROVIDERS) || name.equals(DEFAULTS));
    }

    private static Obj defaults(Value value) {
        if (value.isAbsent()) {
            return Obj.EMPTY;
        }
        if (value instanceof Obj obj) {
            return obj;
        }
        throw new InvalidRequestException("/" + DEFAULTS, "the data when there is no answer is an object");
    }
}
