package dev.sluice.types;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.internal.BooleanType;
import dev.sluice.types.internal.CredentialType;
import dev.sluice.types.internal.GenderType;
import dev.sluice.types.internal.NameType;
import dev.sluice.types.internal.NumberType;
import dev.sluice.types.internal.PostalCodeType;
import dev.sluice.types.internal.RangeType;
import dev.sluice.types.internal.SsnType;
import dev.sluice.types.internal.StateType;
import dev.sluice.types.internal.StreetType;
import dev.sluice.types.internal.TextType;
import dev.sluice.types.internal.mail.EmailType;
import dev.sluice.types.internal.phone.PhoneType;
import dev.sluice.types.internal.time.DateType;
import dev.sluice.types.internal.time.DobType;
import dev.sluice.types.internal.time.TimeType;
import dev.sluice.types.internal.web.IpType;
import dev.sluice.types.internal.web.TrustedFormUrlType;
import dev.sluice.types.internal.web.UrlType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The field types by name: all built-in ones, and those that a host adds or replaces. Immutable; each method gives a new
 * registry. The constants are the built-in types with their default options.
 */
public final class FieldTypes {
    /** Free text. */
    public static final FieldType STRING = TextType.asGiven();
    /** A decimal number. */
    public static final FieldType NUMBER = new NumberType();
    /** Yes or no. */
    public static final FieldType BOOLEAN = new BooleanType();
    /** A day. */
    public static final FieldType DATE = new DateType();
    /** A date of birth. */
    public static final FieldType DOB = new DobType();
    /** An instant. */
    public static final FieldType TIME = new TimeType();
    /** A social security number. */
    public static final FieldType SSN = new SsnType();
    /** A postal code. */
    public static final FieldType POSTAL_CODE = new PostalCodeType();
    /** A state or province. */
    public static final FieldType STATE = StateType.any();
    /** A city. */
    public static final FieldType CITY = NameType.ofPlaces("city");
    /** A street address. */
    public static final FieldType STREET = new StreetType();
    /** A first name. */
    public static final FieldType FIRST_NAME = NameType.ofPeople("first_name");
    /** A last name. */
    public static final FieldType LAST_NAME = NameType.ofPeople("last_name");
    /** A range of numbers. */
    public static final FieldType RANGE = new RangeType();
    /** A gender. */
    public static final FieldType GENDER = new GenderType();
    /** A telephone number. */
    public static final FieldType PHONE = new PhoneType();
    /** A mail address. */
    public static final FieldType EMAIL = EmailType.standard();
    /** A web address. */
    public static final FieldType URL = new UrlType();
    /** An IP address. */
    public static final FieldType IP = IpType.any();
    /** A password, key or token. */
    public static final FieldType CREDENTIAL = new CredentialType();
    /** The address of a consent certificate. */
    public static final FieldType TRUSTEDFORM_URL = TrustedFormUrlType.standard();

    private static final FieldTypes STANDARD = builtIn();

    private final Map<String, FieldType> byName;

    private FieldTypes(Map<String, FieldType> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    private static FieldTypes builtIn() {
        Map<String, FieldType> byName = new LinkedHashMap<>();
        FieldType[] all = {
            STRING,
            NUMBER,
            BOOLEAN,
            DATE,
            DOB,
            TIME,
            SSN,
            POSTAL_CODE,
            STATE,
            CITY,
            STREET,
            FIRST_NAME,
            LAST_NAME,
            RANGE,
            GENDER,
            PHONE,
            EMAIL,
            URL,
            IP,
            CREDENTIAL,
            TRUSTEDFORM_URL
        };
        for (FieldType type : all) {
            byName.put(type.name(), type);
        }
        byName.put("text", STRING);
        return new FieldTypes(byName);
    }

    /** All built-in types; {@code text} is another name of {@code string}. */
    public static FieldTypes standard() {
        return STANDARD;
    }

    /** These types and {@code custom}, which replaces a type of its name. */
    public FieldTypes with(FieldType custom) {
        Map<String, FieldType> types = new LinkedHashMap<>(byName);
        types.put(requireNonNull(custom, "custom").name(), custom);
        if (custom.name().equals("string")) {
            types.put("text", custom);
        }
        return new FieldTypes(types);
    }

    /** These types, with a host's own lists of free and disposable mail domains. */
    public FieldTypes withMailDomains(MailDomains domains) {
        return with(EmailType.with(domains));
    }

    /** These types, with certificates of {@code environments} only, decoded by {@code decoder}. */
    public FieldTypes withCertificates(CertificateDecoder decoder, Set<CertificateEnvironment> environments) {
        return with(TrustedFormUrlType.with(decoder, environments));
    }

    /** These types, where free text, cities and names lose white space at both ends. */
    public FieldTypes trimming() {
        return with(TextType.trimmed())
                .with(NameType.ofPlaces("city").trimmed())
                .with(NameType.ofPeople("first_name").trimmed())
                .with(NameType.ofPeople("last_name").trimmed());
    }

    /** These types, where private and reserved IP addresses are invalid. */
    public FieldTypes withPublicAddressesOnly() {
        return with(IpType.publicOnly());
    }

    /** These types, where a state that is not in the table is invalid. */
    public FieldTypes withKnownStatesOnly() {
        return with(StateType.known());
    }

    /** The type called {@code name}. */
    public Optional<FieldType> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All names, {@code text} among them. */
    public Set<String> names() {
        return byName.keySet();
    }
}
