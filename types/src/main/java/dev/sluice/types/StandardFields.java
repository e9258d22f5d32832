package dev.sluice.types;

import static dev.sluice.types.FieldTypes.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of fields that leads usually have. Fields of a host's own behave the same once a flow declares them. */
public final class StandardFields {
    private static final List<StandardField> ALL = List.of(
            field("title", STRING, "Title"),
            field("first_name", FIRST_NAME, "First Name"),
            field("last_name", LAST_NAME, "Last Name"),
            field("suffix", STRING, "Suffix"),
            field("email", EMAIL, "Email"),
            field("phone_1", PHONE, "Phone 1"),
            field("phone_2", PHONE, "Phone 2"),
            field("phone_3", PHONE, "Phone 3"),
            field("fax", PHONE, "Fax"),
            field("best_time_to_call", STRING, "Best Time to Call"),
            field("company.name", STRING, "Company"),
            field("address_1", STREET, "Address 1"),
            field("address_2", STRING, "Address 2"),
            field("city", CITY, "City"),
            field("county", STRING, "County"),
            field("state", STATE, "State"),
            field("postal_code", POSTAL_CODE, "Postal Code"),
            field("country", STRING, "Country"),
            field("dob", DOB, "Date of Birth"),
            field("age", RANGE, "Age"),
            field("gender", GENDER, "Gender"),
            field("marital_status", STRING, "Marital Status"),
            field("ssn", SSN, "Social Security Number"),
            field("comments", STRING, "Comments"),
            field("product", STRING, "Product"),
            field("campaign_id", STRING, "Campaign ID"),
            field("reference", STRING, "Reference"),
            field("cost", NUMBER, "Cost"),
            field("ip_address", IP, "IP Address"),
            field("user_agent", STRING, "User Agent"),
            field("landing_page_url", URL, "Landing Page URL"),
            field("referring_url", URL, "Referring URL"),
            field("opt_in", BOOLEAN, "Opt In"),
            field("tcpa_consent", BOOLEAN, "Consent to Be Called"),
            field("tcpa_consent_text", STRING, "Consent Text"),
            field("trustedform_cert_url", TRUSTEDFORM_URL, "Certificate URL"),
            field("trustedform_ping_url", TRUSTEDFORM_URL, "Certificate Ping URL"),
            field("submitted_at", TIME, "Submitted At"),
            field("annual_income", RANGE, "Annual Income"),
            field("credit_score", RANGE, "Credit Score"),
            field("loan_amount", RANGE, "Loan Amount"),
            field("homeowner", BOOLEAN, "Homeowner"));

    private static final Map<String, StandardField> BY_NAME = byName();

    private StandardFields() {}

    private static StandardField field(String name, FieldType type, String label) {
        return new StandardField(name, type, label);
    }

    private static Map<String, StandardField> byName() {
        Map<String, StandardField> byName = new LinkedHashMap<>();
        ALL.forEach(field -> byName.put(field.name(), field));
        return byName;
    }

    /** The standard field called {@code name}. */
    public static Optional<StandardField> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All standard fields in the order of a form; unmodifiable. */
    public static List<StandardField> all() {
        return ALL;
    }
}
