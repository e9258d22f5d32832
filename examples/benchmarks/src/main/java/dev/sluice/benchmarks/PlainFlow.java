package dev.sluice.benchmarks;

import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Num;
import dev.sluice.types.Parsing;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The flow of the submit benchmark, written by hand for this one flow: fields by their number, rules as code, events
 * with a copy of the data. It explains no decision, hashes no personal value and knows no definition. Each step is a
 * method of its own, so that frameworks can carry the same code.
 */
final class PlainFlow {
    static final String[] NAMES = {
        "first_name",
        "last_name",
        "email",
        "phone_1",
        "phone_2",
        "address_1",
        "city",
        "state",
        "postal_code",
        "dob",
        "gender",
        "homeowner",
        "loan_amount",
        "credit_score",
        "consent",
        "ip_address",
        "landing_page",
        "comments",
        "campaign",
        "move_date"
    };
    static final String[] TYPES = {
        "first_name", "last_name", "email", "phone", "phone", "street", "city", "state", "postal_code", "dob",
        "gender", "boolean", "number", "range", "boolean", "ip", "url", "string", "string", "date"
    };
    private static final int FIRST_NAME = 0;
    private static final int EMAIL = 2;
    private static final int PHONE = 3;
    private static final int STATE = 7;
    private static final int HOMEOWNER = 11;
    private static final int AMOUNT = 12;
    private static final int CONSENT = 14;
    private static final Set<String> STATES = Set.of("TX", "CA", "FL", "NY");
    private static final BigDecimal LEAST = new BigDecimal(50_000);
    private static final BigDecimal MOST = new BigDecimal(900_000);
    private static final BigDecimal COST = new BigDecimal("12.50");
    private static final BigDecimal SALE = new BigDecimal("20");

    private final FieldType[] types = new FieldType[TYPES.length];
    private final Parsing parsing = Parsing.at(At.utc(Instant.now()));
    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private final Map<YearMonth, AtomicLong> counts = new ConcurrentHashMap<>();

    PlainFlow() {
        FieldTypes standard = FieldTypes.standard();
        for (int i = 0; i < types.length; i++) {
            types[i] = standard.named(TYPES[i]).orElseThrow();
        }
    }

    PlainLead submit(PlainLead lead) {
        return complete(deliver(owner(tollFree(take(accept(parse(submitted(lead))))))));
    }

    PlainLead submitted(PlainLead lead) {
        lead.event("source.submitted", "success", null);
        return lead;
    }

    PlainLead parse(PlainLead lead) {
        Object[] data = new Object[types.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = types[i].parse(new Text(lead.raw[i]), parsing);
        }
        lead.data = data;
        return lead;
    }

    /** The same job with the libraries called the obvious way. */
    PlainLead parseByLibraries(PlainLead lead) {
        Object[] data = new Object[types.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = library(TYPES[i], lead.raw[i]);
        }
        lead.data = data;
        return lead;
    }

    private static Object library(String type, String raw) {
        return switch (type) {
            case "email" -> LibraryParsing.email(raw);
            case "phone" -> LibraryParsing.phone(raw);
            case "url" -> LibraryParsing.url(raw);
            case "ip" -> LibraryParsing.ip(raw);
            case "number" -> LibraryParsing.number(raw);
            case "date", "dob" -> LibraryParsing.date(raw);
            case "boolean" -> LibraryParsing.bool(raw);
            case "postal_code" -> LibraryParsing.postalCode(raw);
            default -> LibraryParsing.text(raw);
        };
    }

    PlainLead accept(PlainLead lead) {
        Object[] data = lead.data;
        lead.refusal = refusal(data[FIRST_NAME], data[EMAIL], data[PHONE], data[STATE], data[AMOUNT], data[CONSENT]);
        return lead;
    }

    /** Why a lead is not taken; null when nothing speaks against it. */
    static @Nullable String refusal(
            Object firstName, Object email, Object phone, Object state, Object loan, Object consent) {
        BigDecimal amount = number(loan);
        if (!STATES.contains(state(state))) {
            return "State not in approved list";
        } else if (!isValid(email)) {
            return "Email must be valid";
        } else if (!isValid(phone)) {
            return "Phone must be valid";
        } else if (amount == null || amount.compareTo(LEAST) <= 0) {
            return "Amount must be greater than 50000";
        } else if (!isTrue(consent)) {
            return "Consent must be true";
        } else if (text(firstName).isBlank()) {
            return "First name must not be blank";
        } else if (text(email).endsWith("@example.org")) {
            return "Domain must not be example.org";
        }
        return amount.compareTo(MOST) > 0 ? "Amount must be at most 900000" : null;
    }

    static String state(Object value) {
        String text = text(value);
        return text.equals("Texas") ? "TX" : text;
    }

    static String text(Object value) {
        return value instanceof Value typed ? typed.text() : String.valueOf(value);
    }

    private static boolean isValid(Object value) {
        return value instanceof Typed typed ? typed.valid() : value instanceof String;
    }

    static boolean isTrue(Object value) {
        return value instanceof Typed typed ? typed.text().equals("true") : Boolean.TRUE.equals(value);
    }

    static @Nullable BigDecimal number(Object value) {
        if (value instanceof Typed typed) {
            return typed.normal() instanceof Num num ? num.value() : null;
        }
        return (BigDecimal) value;
    }

    /** Duplicates, price and cap, and the event that tells it. */
    PlainLead take(PlainLead lead) {
        if (!lead.isRefused() && seen.putIfAbsent(key(lead), lead.id) != null) {
            lead.refusal = "Duplicate";
        }
        if (!lead.isRefused()) {
            YearMonth month = YearMonth.now(ZoneOffset.UTC);
            if (counts.computeIfAbsent(month, none -> new AtomicLong()).incrementAndGet() < 0) {
                lead.refusal = "Cap reached";
            }
            lead.price = COST;
        }
        lead.event(lead.isRefused() ? "source.rejected" : "source.accepted", "success", lead.refusal);
        return lead;
    }

    private static String key(PlainLead lead) {
        return text(lead.data[EMAIL]) + '|' + text(lead.data[PHONE]);
    }

    PlainLead tollFree(PlainLead lead) {
        if (!lead.isRefused()) {
            String phone = text(lead.data[PHONE]);
            boolean passed =
                    !phone.startsWith("8") || !List.of("800", "888", "877").contains(phone.substring(0, 3));
            lead.event(passed ? "filter.passed" : "filter.failed", "success", null);
        }
        return lead;
    }

    PlainLead owner(PlainLead lead) {
        if (!lead.isRefused()) {
            boolean passed = isTrue(lead.data[HOMEOWNER]);
            lead.event(passed ? "filter.passed" : "filter.failed", "success", null);
        }
        return lead;
    }

    PlainLead deliver(PlainLead lead) {
        if (!lead.isRefused()) {
            lead.body = body(lead);
            lead.revenue = SALE;
            lead.event("recipient.delivered", "success", null);
        }
        return lead;
    }

    private static String body(PlainLead lead) {
        return new StringBuilder(160)
                .append("{\"contact\":{\"email\":\"")
                .append(text(lead.data[EMAIL]))
                .append("\",\"phone\":\"")
                .append(text(lead.data[PHONE]))
                .append("\",\"name\":\"")
                .append(lead.raw[0])
                .append(' ')
                .append(lead.raw[1])
                .append("\"},\"loan\":{\"amount\":")
                .append(number(lead.data[AMOUNT]))
                .append(",\"state\":\"")
                .append(state(lead.data[STATE]))
                .append("\"},\"id\":\"")
                .append(lead.id)
                .append("\"}")
                .toString();
    }

    PlainLead complete(PlainLead lead) {
        if (!lead.isRefused()) {
            lead.event("flow.completed", "success", null);
        }
        return lead;
    }

    void forget() {
        seen.clear();
    }
}
