package dev.sluice.types.internal.phone;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import dev.sluice.types.internal.InputText;
import dev.sluice.types.internal.Operators;
import java.util.Map;
import java.util.Set;

/**
 * A telephone number of any country, as libphonenumber reads it; a number without a calling code belongs to the country
 * of the {@link Parsing}. The normal form is the national number, then {@code x} and the extension if there is one.
 *
 * <p>A letter {@code h}, {@code w}, {@code c} or {@code m} after the number says home, work or mobile and is not part of
 * {@code raw}. Asterisks stand for hidden digits: the number then counts as valid, and its parts keep the asterisks in
 * their places. An area code that cannot be told from the number is null. {@code is_mobile} and {@code is_landline} are
 * missing where numbers do not show it, as in North America; {@code carrier}, {@code line_type}, {@code is_voip} and
 * {@code risk_score} are left to enrichment.
 */
public final class PhoneType implements FieldType {
    static final Shape PARTS = Shape.of(
            "area",
            "exchange",
            "line",
            "number",
            "extension",
            "country_code",
            "country_calling_code",
            "type",
            "is_tollfree",
            "masked",
            "is_mobile",
            "is_landline",
            "is_voip",
            "carrier",
            "line_type",
            "risk_score");
    private static final Map<String, String> ALIASES = Map.of(
            "mobile",
            "is_mobile",
            "landline",
            "is_landline",
            "voip",
            "is_voip",
            "ext",
            "extension",
            "area_code",
            "area",
            "toll_free",
            "is_tollfree",
            "is_toll_free",
            "is_tollfree",
            "country",
            "country_code");
    private static final Set<String> OPERATORS =
            Operators.of(Operators.EQUALITY, Operators.BLANK, Operators.FORMAT, Operators.INCLUSION, Operators.LIST);

    static final Problem NOT_A_PHONE_NUMBER = new Problem("not_a_phone_number", "the text holds no telephone number");
    static final Problem NOT_A_VALID_NUMBER =
            new Problem("not_a_valid_number", "no such telephone number can exist in its country");

    @Override
    public String name() {
        return "phone";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        String country = parsing.country();
        Typed plain = country.equals("US") || country.equals("CA") ? PlainNumber.read(this, raw) : null;
        return plain == null ? PhoneReader.read(this, raw, country) : plain;
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
}
