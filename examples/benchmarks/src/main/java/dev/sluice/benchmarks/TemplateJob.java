package dev.sluice.benchmarks;

import dev.sluice.types.FieldTypes;
import dev.sluice.types.Layout;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A delivery body: ten plain variables, one in upper case, one as JSON text, a condition and a loop with separators. */
final class TemplateJob {
    private static final List<String> PRODUCTS = List.of("solar", "roof", "battery");

    private TemplateJob() {}

    /** The lead as plain Java. */
    static Map<String, Object> lead() {
        Map<String, Object> lead = new LinkedHashMap<>();
        lead.put("first_name", "Maria");
        lead.put("last_name", "Gonzalez");
        lead.put("email", "maria.gonzalez@example.com");
        lead.put("phone", "5125550123");
        lead.put("address", "1204 Barton Springs Road");
        lead.put("city", "Austin");
        lead.put("zip", "78704");
        lead.put("amount", 250000);
        lead.put("score", 712);
        lead.put("campaign", "spring-solar-7");
        lead.put("state", "tx");
        lead.put("comment", "Call \"after\" six, gate code on file");
        lead.put("homeowner", true);
        lead.put("products", PRODUCTS);
        return lead;
    }

    /** The model of engines that have neither functions nor loop positions. */
    static Map<String, Object> flatModel(Map<String, Object> lead) {
        Map<String, Object> model = new HashMap<>(lead);
        model.put("upper_state", upper(lead.get("state")));
        model.put("json_comment", quoted(lead.get("comment")));
        model.put(
                "listed",
                List.of(
                        Map.of("name", "solar", "rest", false),
                        Map.of("name", "roof", "rest", true),
                        Map.of("name", "battery", "rest", true)));
        return model;
    }

    /** The same lead in a scope whose layout declares its fields. */
    static Scope scope(Layout layout) {
        Obj fields = (Obj) Value.of(lead());
        return Scope.EMPTY.with(Section.LEAD, fields.shapedAs(layout.shape(Section.LEAD)));
    }

    static Layout layout() {
        Layout.Builder layout = Layout.builder();
        lead().keySet().forEach(name -> layout.field(name, FieldTypes.STRING));
        return layout.build();
    }

    /** The body as one writes it by hand. */
    static String byHand(Map<String, Object> lead) {
        StringBuilder out = new StringBuilder(512);
        out.append("{\"first_name\":\"").append(lead.get("first_name"));
        out.append("\",\"last_name\":\"").append(lead.get("last_name"));
        out.append("\",\"email\":\"").append(lead.get("email"));
        out.append("\",\"phone\":\"").append(lead.get("phone"));
        out.append("\",\"address\":\"").append(lead.get("address"));
        out.append("\",\"city\":\"").append(lead.get("city"));
        out.append("\",\"zip\":\"").append(lead.get("zip"));
        out.append("\",\"amount\":").append(lead.get("amount"));
        out.append(",\"score\":").append(lead.get("score"));
        out.append(",\"campaign\":\"").append(lead.get("campaign"));
        out.append("\",\"state\":\"").append(upper(lead.get("state")));
        out.append("\",\"comment\":").append(quoted(lead.get("comment")));
        if (Boolean.TRUE.equals(lead.get("homeowner"))) {
            out.append(",\"homeowner\":true");
        }
        out.append(",\"products\":[");
        String separator = "";
        for (Object product : (List<?>) lead.get("products")) {
            out.append(separator).append('"').append(product).append('"');
            separator = ",";
        }
        return out.append("]}").toString();
    }

    static String upper(Object value) {
        return String.valueOf(value).toUpperCase(Locale.ROOT);
    }

    /** A value as a JSON string. */
    static String quoted(Object value) {
        String text = String.valueOf(value);
        StringBuilder out = new StringBuilder(text.length() + 8).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
