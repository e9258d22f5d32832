package dev.sluice.benchmarks;

import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Parsing;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Twenty fields of an ordinary lead, each with its type and what one would call without it. */
final class LeadOfTwenty {
    private final List<Field> fields = new ArrayList<>();

    private record Field(FieldType type, Text value, Function<String, Object> library) {}

    LeadOfTwenty() {
        add(FieldTypes.FIRST_NAME, "Robert", LibraryParsing::text);
        add(FieldTypes.LAST_NAME, "Campbell", LibraryParsing::text);
        add(FieldTypes.EMAIL, "rcampbell1976@outlook.com", LibraryParsing::email);
        add(FieldTypes.EMAIL, "Robert.Campbell@example.com", LibraryParsing::email);
        add(FieldTypes.PHONE, "(512) 789-1111", LibraryParsing::phone);
        add(FieldTypes.PHONE, "512-789-1112", LibraryParsing::phone);
        add(FieldTypes.STREET, "4225 Briarcliff Cove", LibraryParsing::text);
        add(FieldTypes.CITY, "Austin", LibraryParsing::text);
        add(FieldTypes.STATE, "TX", LibraryParsing::text);
        add(FieldTypes.POSTAL_CODE, "78704-1234", LibraryParsing::postalCode);
        add(FieldTypes.DOB, "06/15/1985", LibraryParsing::date);
        add(FieldTypes.DATE, "2026-03-15", LibraryParsing::date);
        add(FieldTypes.GENDER, "Male", LibraryParsing::text);
        add(FieldTypes.BOOLEAN, "yes", LibraryParsing::bool);
        add(FieldTypes.BOOLEAN, "No", LibraryParsing::bool);
        add(FieldTypes.NUMBER, "$250,000", LibraryParsing::number);
        add(FieldTypes.NUMBER, "1234.56", LibraryParsing::number);
        add(FieldTypes.STRING, "I would like some information", LibraryParsing::text);
        add(FieldTypes.IP, "198.51.90.162", LibraryParsing::ip);
        add(FieldTypes.URL, "https://www.example.com/landing?utm_source=x", LibraryParsing::url);
    }

    private void add(FieldType type, String value, Function<String, Object> library) {
        fields.add(new Field(type, new Text(value), library));
    }

    Typed[] parse(Parsing parsing) {
        Typed[] values = new Typed[fields.size()];
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            values[i] = field.type().parse(field.value(), parsing);
        }
        return values;
    }

    Object[] parseByLibraries() {
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            values[i] = field.library().apply(field.value().value());
        }
        return values;
    }
}
