package dev.sluice.cli.line;

import dev.sluice.cli.frame.JsonLines;
import dev.sluice.cli.frame.LineException;
import dev.sluice.cli.frame.Moments;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Moment;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;

/** Parses the input of a question as its type says. */
final class Parse {
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final InstantSource clock;

    Parse(InstantSource clock) {
        this.clock = clock;
    }

    /** The value of {@code type}, {@code input}, and {@code pre}, {@code now}, {@code tz}, {@code country}, {@code decoder}. */
    Value of(Obj question) {
        FieldTypes types = Certificates.types(question);
        FieldType type = TypeNames.named(types, JsonLines.needed(question, "type"));
        Parsing parsing = parsing(question);
        Value input = input(question);
        Value first = JsonLines.text(question, "pre")
                .map(pre -> TypeNames.named(types, pre).read(input, parsing))
                .orElse(input);
        return type.read(first, parsing);
    }

    private Parsing parsing(Obj question) {
        Parsing standard = Parsing.at(Moments.of(question, clock));
        String country = JsonLines.text(question, "country").map(Parse::country).orElse(standard.country());
        return new Parsing(standard.at(), country, standard.dateOrder());
    }

    private static String country(String given) {
        String country = given.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw new LineException("'" + given + "' is no country; use two letters such as US or GB");
        }
        return country;
    }

    private static Value input(Obj question) {
        Value input = question.get("input");
        if (input.isMissing()) {
            throw new LineException("'input' is missing");
        }
        boolean instant =
                JsonLines.text(question, "input_kind").filter("instant"::equals).isPresent();
        return instant && input instanceof Text text ? Moment.of(Moments.instant(text.value())) : input;
    }
}
