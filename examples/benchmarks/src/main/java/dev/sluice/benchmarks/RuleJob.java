package dev.sluice.benchmarks;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;

import dev.sluice.rules.Condition;
import dev.sluice.rules.RuleSet;
import dev.sluice.rules.Rules;
import dev.sluice.templates.Templates;
import dev.sluice.types.At;
import dev.sluice.types.Layout;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The job of the rule benchmarks: a lead of 40 fields and ten conditions, for the library and by hand. */
final class RuleJob {
    static final At NOW = At.utc(Instant.parse("2026-03-15T12:00:00Z"));
    static final List<String> STATES = List.of("NY", "CA", "FL", "IL", "OH", "GA", "NC", "MI", "NJ", "TX");

    /** What is said of the condition that failed, where an engine leaves that to its user. */
    static final List<String> REASONS =
            IntStream.range(0, 10).mapToObj(i -> "condition " + i + " failed").toList();
    /** Shifts the range of the fifth condition above the lead's amount. */
    static final int TOO_HIGH = 30_000;

    static final int GROUPS = 20;

    private static final Layout LAYOUT = Layout.builder()
            .names(Section.LEAD, lead(0).keySet().toArray(String[]::new))
            .build();

    private RuleJob() {}

    static Map<String, Object> lead(long age) {
        Map<String, Object> lead = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            lead.put("extra_" + i, "value " + i);
        }
        lead.put("state", "TX");
        lead.put("age", age);
        lead.put("email_domain", "example.com");
        lead.put("phone_valid", true);
        lead.put("amount", 25_000L);
        lead.put("phone", "5125551234");
        lead.put("comment", "please call me in the evening");
        lead.put("name", "Ann");
        lead.put("blocked", false);
        lead.put("born_day", 9_000L);
        return lead;
    }

    /** The one layout of rules and leads: what makes paths quick to read. */
    static Layout layout() {
        return LAYOUT;
    }

    static Rules rules() {
        return Rules.with(layout(), Stage.ANY, Templates.standard());
    }

    static Scope scope(Map<String, Object> lead, Layout layout) {
        return Scope.EMPTY.with(Section.LEAD, ((Obj) Value.of(lead)).shapedAs(layout.shape(Section.LEAD)));
    }

    /** The ten conditions; {@code shift} moves constants, so that groups differ in some of them. */
    static RuleSet conditions(int leastAge, int shift) {
        return allOf(
                field("lead.state").isIncludedIn(STATES.toArray()),
                field("lead.age").isGreaterThanOrEqualTo(leastAge),
                field("lead.email_domain").isNotEqualTo("mailinator.com"),
                field("lead.phone_valid").isTrue(),
                field("lead.amount").isBetween(1_000 + shift, 50_000 + shift),
                field("lead.phone").matchesPattern("/^[2-9]\\d{9}$/"),
                field("lead.comment").includes("evening"),
                field("lead.name").isNotBlank(),
                field("lead.blocked").isFalse(),
                field("lead.born_day").isGreaterThan(5_000));
    }

    /** The same by hand. */
    static List<Predicate<Map<String, Object>>> closures(int leastAge, int shift) {
        Set<String> states = Set.copyOf(STATES);
        Pattern phone = Pattern.compile("^[2-9]\\d{9}$");
        List<Predicate<Map<String, Object>>> closures = new ArrayList<>();
        closures.add(lead -> states.contains((String) lead.get("state")));
        closures.add(lead -> (Long) lead.get("age") >= leastAge);
        closures.add(lead -> !"mailinator.com".equals(lead.get("email_domain")));
        closures.add(lead -> (Boolean) lead.get("phone_valid"));
        closures.add(lead -> (Long) lead.get("amount") >= 1_000 + shift && (Long) lead.get("amount") <= 50_000 + shift);
        closures.add(lead -> phone.matcher((String) lead.get("phone")).find());
        closures.add(lead -> ((String) lead.get("comment")).contains("evening"));
        closures.add(lead -> !((String) lead.get("name")).isBlank());
        closures.add(lead -> !(Boolean) lead.get("blocked"));
        closures.add(lead -> (Long) lead.get("born_day") > 5_000);
        return closures;
    }

    /** Twenty groups of ten of which none holds: nine conditions are the same in all of them, the range differs. */
    static Condition groups() {
        List<Condition> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            groups.add(conditions(18, TOO_HIGH + i));
        }
        return RuleSet.or(groups);
    }
}
