package dev.sluice.types.internal.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.sluice.types.Bool;
import dev.sluice.types.Missing;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads any number through libphonenumber. */
final class PhoneReader {
    private static final int LONGEST = 250;
    private static final int NORTH_AMERICA = 1;

    private final PhoneType type;
    private final TypeHint hint;
    private final @Nullable HiddenDigits hidden;
    private final PhoneNumber number;

    private PhoneReader(PhoneType type, TypeHint hint, @Nullable HiddenDigits hidden, PhoneNumber number) {
        this.type = type;
        this.hint = hint;
        this.hidden = hidden;
        this.number = number;
    }

    static Typed read(PhoneType type, Text raw, String country) {
        TypeHint hint = TypeHint.of(raw);
        String text = hint.number().value();
        if (!mayBeNumber(text) || HiddenDigits.areUnclear(text)) {
            return nothing(type, hint);
        }
        HiddenDigits hidden = HiddenDigits.of(text);
        try {
            PhoneNumber number = library().parse(hidden == null ? text : text.replace('*', '0'), country);
            return new PhoneReader(type, hint, hidden, number).typed();
        } catch (NumberParseException noNumber) {
            return nothing(type, hint);
        }
    }

    private static PhoneNumberUtil library() {
        return PhoneNumberUtil.getInstance();
    }

    /** Spares the library, and its exceptions, texts that are longer than any number or have no two digits and no three letters. */
    private static boolean mayBeNumber(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c == '*' || Character.isDigit(c) ? 1 : 0;
        }
        return digits > 1;
    }

    private static Typed nothing(PhoneType type, TypeHint hint) {
        Value[] parts = new Value[PhoneType.PARTS.size()];
        Arrays.fill(parts, Missing.MISSING);
        parts[PhoneType.PARTS.indexOf("type")] = hint.kind() == Null.NULL ? Missing.MISSING : hint.kind();
        return Typed.invalid(type, hint.number(), hint.number(), PhoneType.NOT_A_PHONE_NUMBER, parts);
    }

    private Typed typed() {
        String national = library().getNationalSignificantNumber(number);
        Value extension = number.hasExtension() ? new Text(number.getExtension()) : Null.NULL;
        String whole = number.hasExtension() ? national + "x" + number.getExtension() : national;
        String shown = hidden == null ? whole : hidden.hide(whole);
        if (hidden != null && shown.indexOf('*') < 0) {
            return nothing(type, hint);
        }
        Value[] parts = parts(shown, national.length());
        if (hidden != null || library().isValidNumber(number)) {
            return Typed.valid(type, hint.number(), new Text(shown), parts);
        }
        return Typed.invalid(type, hint.number(), new Text(shown), PhoneType.NOT_A_VALID_NUMBER, parts);
    }

    private Value[] parts(String shown, int length) {
        PhoneNumberType kind = kind();
        int area = areaLength(length);
        String local = shown.substring(area, length);
        boolean american = number.getCountryCode() == NORTH_AMERICA;
        boolean full = american && local.length() == 7;
        String code = shown.substring(0, area);
        return new Value[] {
            area == 0 ? Null.NULL : new Text(code),
            american ? (full ? new Text(local.substring(0, 3)) : Null.NULL) : Missing.MISSING,
            american ? (full ? new Text(local.substring(3)) : Null.NULL) : Missing.MISSING,
            new Text(local),
            shown.length() > length ? new Text(shown.substring(length + 1)) : Null.NULL,
            Value.text(library().getRegionCodeForCountryCode(number.getCountryCode())),
            Num.of(number.getCountryCode()),
            hint.kind(),
            Value.bool(TollFree.isAreaCode(code)),
            hidden == null ? Missing.MISSING : Bool.TRUE,
            isOf(PhoneNumberType.MOBILE, kind, hint.kind() == TypeHint.MOBILE),
            isOf(PhoneNumberType.FIXED_LINE, kind, false),
        };
    }

    /** Unknown where nothing in a number shows it. */
    private PhoneNumberType kind() {
        boolean shown = hidden == null && number.getCountryCode() != NORTH_AMERICA;
        return shown ? library().getNumberType(number) : PhoneNumberType.UNKNOWN;
    }

    /** Whether the number is of a kind; missing where its digits do not show that. */
    private static Value isOf(PhoneNumberType wanted, PhoneNumberType kind, boolean said) {
        if (said) {
            return Bool.TRUE;
        }
        boolean unknown = kind == PhoneNumberType.UNKNOWN || kind == PhoneNumberType.FIXED_LINE_OR_MOBILE;
        return unknown ? Missing.MISSING : Value.bool(kind == wanted);
    }

    private int areaLength(int length) {
        if (number.getCountryCode() == NORTH_AMERICA) {
            return length == 10 ? 3 : 0;
        }
        return library().getLengthOfNationalDestinationCode(number);
    }
}
