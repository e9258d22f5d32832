package dev.sluice.http;

import dev.sluice.http.internal.answer.JsonReading;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One preset.
 *
 * @param parameters what each stands for, by name
 * @param config settings in which <code>${name}</code> is the value of a parameter
 */
record Preset(Obj parameters, Obj config) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_]*)}");
    private static final String DEFAULT = "default";

    /** @throws InvalidRequestException when {@code json} is no preset */
    static Preset read(String json) {
        Value value = JsonReading.read(json).orElseThrow(Preset::broken);
        if (value instanceof Obj obj && obj.get("config") instanceof Obj config) {
            return new Preset(obj.get("parameters") instanceof Obj parameters ? parameters : Obj.EMPTY, config);
        }
        throw broken();
    }

    private static InvalidRequestException broken() {
        return new InvalidRequestException(
                "/" + Presets.PRESET, "the file is no preset: an object with parameters and config");
    }

    /** The settings with {@code given} values of parameters. */
    Obj settings(Obj given) {
        for (String name : given.members().keySet()) {
            if (parameters.get(name).isMissing()) {
                throw new InvalidRequestException(
                        "/" + Presets.WITH + "/" + name,
                        "this is no parameter of the preset; there are "
                                + String.join(", ", parameters.members().keySet()));
            }
        }
        Map<String, String> values = new LinkedHashMap<>();
        parameters.members().forEach((name, about) -> values.put(name, value(name, about, given)));
        return (Obj) filled(config, values);
    }

    private static String value(String name, Value about, Obj given) {
        Value value = given.get(name).isBlank() ? about.part(DEFAULT) : given.get(name);
        if (value.isBlank()) {
            throw new InvalidRequestException(
                    "/" + Presets.WITH + "/" + name,
                    "the preset needs it: " + about.part("about").text());
        }
        return value.text();
    }

    private static Value filled(Value value, Map<String, String> values) {
        if (value instanceof Text text) {
            return new Text(
                    PLACE.matcher(text.value()).replaceAll(place -> Matcher.quoteReplacement(found(place, values))));
        }
        if (value instanceof Arr arr) {
            return Arr.of(arr.values().stream().map(one -> filled(one, values)).toList());
        }
        if (value instanceof Obj obj) {
            Map<String, Value> members = new LinkedHashMap<>();
            obj.members().forEach((name, member) -> members.put(name, filled(member, values)));
            return Obj.of(members);
        }
        return value;
    }

    private static String found(MatchResult place, Map<String, String> values) {
        String value = values.get(place.group(1));
        if (value == null) {
            throw new InvalidRequestException(
                    "/" + Presets.PRESET, "the preset uses a parameter that it does not declare: " + place.group(1));
        }
        return value;
    }
}
