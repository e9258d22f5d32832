package dev.sluice.types.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Components;
import dev.sluice.types.FieldType;
import dev.sluice.types.Missing;
import dev.sluice.types.Null;
import dev.sluice.types.Parsing;
import dev.sluice.types.Pii;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Map;
import java.util.Set;

/**
 * A postal code of the United States (ZIP or ZIP+4), Canada or Great Britain; their forms differ, so no country is
 * needed. The state or province is derived from the code; the city is left to enrichment. Blank is invalid, and so is
 * the inward half of a British code alone.
 */
public final class PostalCodeType implements FieldType {
    private static final Shape PARTS = Shape.of(
            "country_code", "code", "zip", "four", "fsa", "ldu", "district", "outcode", "incode", "state", "city");
    private static final Map<String, String> ALIASES =
            Map.of("plus4", "four", "plus_four", "four", "zip4", "four", "country", "country_code", "zip5", "zip");
    private static final Problem UNKNOWN_FORM = new Problem(
            "not_a_postal_code", "give a US ZIP or ZIP+4 code, a Canadian code (A1A 1A1) or a British code (SW1A 1AA)");
    private static final Set<String> OPERATORS = Operators.of(
            Operators.EQUALITY,
            Operators.BLANK,
            Operators.FORMAT,
            Operators.INCLUSION,
            Operators.LIST,
            Operators.PATTERN);
    private static final int USUAL_LENGTH = "78704-1234".length();
    private static final Text US = new Text("US");
    private static final Text CA = new Text("CA");
    private static final Text GB = new Text("GB");

    @Override
    public String name() {
        return "postal_code";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        PostalForm form = PostalForm.of(raw.value());
        return switch (form.kind()) {
            case ZIP -> zip(raw, form);
            case CANADIAN -> canadian(raw, form);
            case BRITISH -> british(raw, form);
            case NONE -> Typed.invalid(this, raw, raw, UNKNOWN_FORM);
        };
    }

    private Typed zip(Text raw, PostalForm form) {
        Text code = sameOrNew(raw, form.code());
        Text zip = sameOrNew(code, form.first());
        return Typed.valid(this, raw, normal(code, zip, form), new Zip(code, zip, form));
    }

    /** The components of a code of the United States. */
    private record Zip(Text code, Text zip, PostalForm form) implements Components {
        @Override
        public Value[] make() {
            Value four = form.second().isEmpty() ? Null.NULL : new Text(form.second());
            Missing none = Missing.MISSING;
            Value state = PostalStates.ofZip(form.first());
            return new Value[] {US, code, zip, four, none, none, none, none, none, state};
        }
    }

    private static Text normal(Text code, Text zip, PostalForm form) {
        if (form.second().isEmpty()) {
            return zip;
        }
        boolean usual = form.code().length() == USUAL_LENGTH
                && form.code().charAt(form.first().length()) == '-';
        return usual ? code : new Text(form.first() + "-" + form.second());
    }

    private static Text sameOrNew(Text same, String text) {
        return same.value().equals(text) ? same : new Text(text);
    }

    private Typed canadian(Text raw, PostalForm form) {
        Text normal = new Text(form.first() + " " + form.second());
        Missing none = Missing.MISSING;
        return Typed.valid(
                this,
                raw,
                normal,
                CA,
                new Text(form.code()),
                none,
                none,
                new Text(form.first()),
                new Text(form.second()),
                new Text(form.first().substring(0, 1)),
                none,
                none,
                PostalStates.ofCanadian(form.first()));
    }

    private Typed british(Text raw, PostalForm form) {
        Text normal = new Text(form.first() + " " + form.second());
        Missing none = Missing.MISSING;
        Text outcode = new Text(form.first());
        Text incode = new Text(form.second());
        return Typed.valid(this, raw, normal, GB, new Text(form.code()), none, none, none, none, none, outcode, incode);
    }

    @Override
    public Shape parts() {
        return PARTS;
    }

    @Override
    public Map<String, String> aliases() {
        return ALIASES;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }

    @Override
    public Pii pii() {
        return Pii.NONE;
    }
}
