package dev.sluice.benchmarks;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.validator.routines.EmailValidator;
import org.apache.commons.validator.routines.InetAddressValidator;
import org.apache.commons.validator.routines.UrlValidator;

/** What the libraries offer, called the obvious way. */
final class LibraryParsing {
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final EmailValidator EMAILS = EmailValidator.getInstance();
    private static final UrlValidator URLS = UrlValidator.getInstance();
    private static final InetAddressValidator ADDRESSES = InetAddressValidator.getInstance();
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT),
            DateTimeFormatter.ofPattern("M-d-uuuu", Locale.ROOT),
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH));

    private LibraryParsing() {}

    /** The number, whether it is valid, its normal form. */
    static Object phone(String text) {
        try {
            PhoneNumber number = PHONES.parse(text, "US");
            return PHONES.isValidNumber(number) ? PHONES.format(number, PhoneNumberFormat.E164) : number;
        } catch (NumberParseException noNumber) {
            return noNumber.getErrorType();
        }
    }

    static Object email(String text) {
        return EMAILS.isValid(text) ? text.toLowerCase(Locale.ROOT) : Boolean.FALSE;
    }

    static Object url(String text) {
        return URLS.isValid(text);
    }

    static Object ip(String text) {
        return ADDRESSES.isValid(text);
    }

    static Object number(String text) {
        return new BigDecimal(text.replaceAll("[^0-9.-]", ""));
    }

    static Object date(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeParseException otherFormat) {
                continue;
            }
        }
        return Boolean.FALSE;
    }

    static Object bool(String text) {
        return text.trim().toLowerCase(Locale.ROOT).matches("y|yes|true|t|1");
    }

    static Object text(String text) {
        return text.trim();
    }

    static Object postalCode(String text) {
        return text.trim().matches("\\d{5}(-\\d{4})?");
    }
}
