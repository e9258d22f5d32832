package dev.sluice.cli.design;

import dev.sluice.json.ValueJson;
import dev.sluice.types.Arr;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import dev.sluice.workbench.simulation.Leads;
import dev.sluice.workbench.simulation.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the fields of leads are spread, from a file: an object with {@code source}, {@code fields} and perhaps {@code weight},
 * or a list of them. A field is {@code {"oneOf": [..]}}, {@code {"weighted": {"TX": 3}}}, {@code {"between": [500, 800]}} or
 * {@code {"numbered": "lead-#@example.com"}}, each with {@code "filled": 90} if need be, or a text that is always the same.
 */
final class ProfileFile {
    private static final Set<String> KEYS = Set.of("source", "fields", "weight");
    private static final Set<String> FORMS = Set.of("oneOf", "weighted", "between", "numbered");

    private ProfileFile() {}

    /**
     * The leads of the file.
     *
     * @throws IllegalArgumentException if it is not in that form; the message says where
     */
    static Leads read(Path file) throws IOException {
        Value whole = ValueJson.read(Files.readString(file));
        List<Value> kinds = whole instanceof Arr all ? all.values() : List.of(whole);
        List<Leads> leads = new ArrayList<>();
        int[] weights = new int[kinds.size()];
        for (int i = 0; i < weights.length; i++) {
            String place = whole instanceof Arr ? "/" + i : "";
            leads.add(kind(place, kinds.get(i)));
            weights[i] = kinds.get(i).part("weight") instanceof Num weight
                    ? weight.value().intValue()
                    : 1;
        }
        return Leads.mixed(leads, weights);
    }

    private static Leads kind(String place, Value kind) {
        if (!(kind instanceof Obj obj)
                || !KEYS.containsAll(obj.members().keySet())
                || !(obj.get("source") instanceof Text source)
                || !(obj.get("fields") instanceof Obj fields)) {
            throw wrong(place, "is an object with source, fields and perhaps weight");
        }
        Map<String, Profile> profiles = new LinkedHashMap<>();
        fields.members().forEach((name, form) -> profiles.put(name, profile(place + "/fields/" + name, form)));
        return Leads.profiled(source.value(), profiles);
    }

    private static Profile profile(String place, Value form) {
        if (!(form instanceof Obj obj)) {
            String always = form.text();
            return (number, random) -> always;
        }
        List<String> forms = obj.members().keySet().stream()
                .filter(name -> !name.equals("filled"))
                .toList();
        if (forms.size() != 1 || !FORMS.contains(forms.get(0))) {
            throw wrong(place, "has one of oneOf, weighted, between and numbered, and perhaps filled");
        }
        Profile profile = profile(place, forms.get(0), obj.get(forms.get(0)));
        return obj.get("filled") instanceof Num percent
                ? profile.filledFor(percent.value().intValue())
                : profile;
    }

    private static Profile profile(String place, String form, Value value) {
        if (form.equals("oneOf") && value instanceof Arr all && all.size() > 0) {
            return Profile.oneOf(all.values().stream().map(Value::text).toList());
        }
        if (form.equals("weighted")
                && value instanceof Obj weights
                && !weights.members().isEmpty()) {
            return Profile.weighted(weights(place, weights));
        }
        if (form.equals("between")
                && value instanceof Arr bounds
                && bounds.size() == 2
                && bounds.at(0) instanceof Num least
                && bounds.at(1) instanceof Num most
                && least.value().compareTo(most.value()) <= 0) {
            return Profile.between(least.value().longValue(), most.value().longValue());
        }
        if (form.equals("numbered") && value instanceof Text text) {
            return Profile.numbered(text.value());
        }
        throw wrong(place + "/" + form, "cannot be read");
    }

    private static Map<String, Integer> weights(String place, Obj weights) {
        Map<String, Integer> all = new LinkedHashMap<>();
        weights.members().forEach((name, weight) -> {
            if (!(weight instanceof Num number) || number.value().signum() <= 0) {
                throw wrong(place + "/weighted/" + name, "is a number above 0");
            }
            all.put(name, number.value().intValue());
        });
        return all;
    }

    private static IllegalArgumentException wrong(String place, String what) {
        return new IllegalArgumentException((place.isEmpty() ? "a profile" : place) + " " + what);
    }
}
