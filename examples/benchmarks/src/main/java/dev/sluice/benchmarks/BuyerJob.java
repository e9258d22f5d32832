package dev.sluice.benchmarks;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;

import dev.sluice.rules.RuleSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One of many buyers: ten conditions on a lead, for the library and by hand. About one lead in two thousand meets them.
 *
 * @param criteria for the library
 * @param closure the same by hand
 */
record BuyerJob(RuleSet criteria, Predicate<Map<String, Object>> closure) {
    /** The fields of a lead, each with the name of its type. */
    static final Map<String, String> FIELDS = Map.of(
            "phone_valid", "boolean",
            "state", "string",
            "age", "number",
            "amount", "number",
            "email_domain", "string",
            "product", "string",
            "score", "number",
            "source", "string",
            "country", "string",
            "consent", "boolean");

    private static final int STATES = 50;
    private static final List<String> PRODUCTS = List.of("auto", "home", "life", "solar", "roof");
    private static final List<String> DOMAINS =
            List.of("mailinator.com", "spam.example", "junk.example", "example.com", "mail.example");

    static BuyerJob buyer(Random random) {
        Set<String> states = new HashSet<>();
        for (int i = random.nextInt(10); i >= 0; i--) {
            states.add("S" + random.nextInt(STATES));
        }
        long age = 18 + random.nextInt(30);
        long low = 1_000L * random.nextInt(50);
        long high = low + 10_000 + 1_000L * random.nextInt(100);
        String domain = DOMAINS.get(random.nextInt(3));
        Set<String> products = Set.of(PRODUCTS.get(random.nextInt(5)));
        long score = 450 + random.nextInt(300);
        Set<String> sources = new HashSet<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            sources.add("src_" + random.nextInt(8));
        }
        Predicate<Map<String, Object>> closure = lead -> (Boolean) lead.get("phone_valid")
                && states.contains((String) lead.get("state"))
                && (Long) lead.get("age") >= age
                && (Long) lead.get("amount") >= low
                && (Long) lead.get("amount") <= high
                && !domain.equals(lead.get("email_domain"))
                && products.contains((String) lead.get("product"))
                && (Long) lead.get("score") >= score
                && sources.contains((String) lead.get("source"))
                && "US".equals(lead.get("country"))
                && (Boolean) lead.get("consent");
        RuleSet criteria = allOf(
                field("lead.phone_valid").isTrue(),
                field("lead.state").isIncludedIn(states.toArray()),
                field("lead.age").isGreaterThanOrEqualTo(age),
                field("lead.amount").isBetween(low, high),
                field("lead.email_domain").isNotEqualTo(domain),
                field("lead.product").isIncludedIn(products.toArray()),
                field("lead.score").isGreaterThanOrEqualTo(score),
                field("lead.source").isIncludedIn(sources.toArray()),
                field("lead.country").isEqualTo("US"),
                field("lead.consent").isTrue());
        return new BuyerJob(criteria, closure);
    }

    static Map<String, Object> lead(Random random) {
        Map<String, Object> lead = new HashMap<>();
        lead.put("phone_valid", random.nextInt(10) > 0);
        lead.put("state", "S" + random.nextInt(STATES));
        lead.put("age", 18L + random.nextInt(60));
        lead.put("amount", 500L * random.nextInt(300));
        lead.put("email_domain", DOMAINS.get(random.nextInt(DOMAINS.size())));
        lead.put("product", PRODUCTS.get(random.nextInt(5)));
        lead.put("score", 400L + random.nextInt(450));
        lead.put("source", "src_" + random.nextInt(8));
        lead.put("country", "US");
        lead.put("consent", true);
        return lead;
    }
}
