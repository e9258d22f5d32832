package dev.sluice.templates.internal.helper;

import static dev.sluice.templates.internal.helper.Builtin.bound;
import static dev.sluice.templates.internal.helper.Builtin.of;

import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** All built-in helpers by name. */
public final class Builtins {
    /** Name to helper, sorted. */
    public static final Map<String, Builtin> ALL = all();

    private Builtins() {}

    private static Map<String, Builtin> all() {
        Map<String, Builtin> all = new TreeMap<>();
        texts(all);
        conditions(all);
        times(all);
        digests(all);
        all.put("math", bound("expression format= locale= dataType=", Calculation::bind));
        all.put("json", new Builtin(Signature.of("value"), site -> (a, at) -> new Text(Json.text(a[0])), true));
        all.put("lookup", of("value key", (a, at) -> Lookups.part(a[0], a[1])));
        return Collections.unmodifiableMap(all);
    }

    private static void texts(Map<String, Builtin> all) {
        all.put("uppercase", onText(Letters::upper));
        all.put("lowercase", onText(Letters::lower));
        all.put("capitalize", onText(Letters::capitalized));
        all.put("default", of("value fallback", (a, at) -> a[0].isBlank() ? a[1] : a[0]));
        all.put("join", of("values [separator]", Joining::join));
        all.put("substring", of("value [start] [end]", Cutting::fromTo));
        all.put("substr", of("value start [length]", Cutting::fromLength));
        all.put("replace", bound("value pattern [replace|replacement]", Replacing::bind));
        all.put("extract", bound("value pattern", Extracting::bind));
    }

    private static void conditions(Map<String, Builtin> all) {
        all.put("compare", bound("left operator [right]", Comparing::bind));
        all.put("includes", of("value list", (a, at) -> Value.bool(Including.test(a[0], a[1]))));
    }

    private static void times(Map<String, Builtin> all) {
        String units = " operator= years= months= weeks= days= hours= minutes= seconds=";
        Builtin format = bound("value [format|pattern] [timezone|tz|zone] locale= dataType=" + units, Formatting::bind);
        all.put("format", format);
        all.put("dateformat", format);
        all.put("now", bound("[format|pattern] [timezone|tz|zone] locale= dataType= plus= minus=", Now::bind));
        all.put("minutes_since", of("timestamp", Spans::minutesSince));
        all.put("datediff", bound("later earlier [unit]", Spans::bindDifference));
        all.put("add_hours", of("timestamp hours", Spans::addHours));
    }

    private static void digests(Map<String, Builtin> all) {
        for (String name : Hashing.NAMES) {
            all.put(name, bound("values... salt= encoding=", site -> Hashing.bind(name, site)));
        }
    }

    /** A helper of one text; what is absent stays absent. */
    private static Builtin onText(UnaryOperator<String> change) {
        return of("value", (a, at) -> a[0].isAbsent() ? a[0] : new Text(change.apply(Values.text(a[0]))));
    }
}
