package dev.sluice.flow.diff;

import dev.sluice.types.Value;

/** What a change concerns. */
public enum Subject {
    FLOW("flow"),
    FIELD("field"),
    FIELD_OVERRIDE("field override"),
    MAPPING("mapping"),
    HOURS("hours"),
    LIST_CHECK("list check"),
    LOOK_UP("look-up"),
    ACCEPTANCE("acceptance criteria"),
    DUPLICATE_CHECK("duplicate check"),
    SUPPRESSION("suppression"),
    PRICE("price"),
    ADJUSTMENT("price adjustment"),
    PRICING_SERVICE("pricing service"),
    CAP("cap"),
    PING_LIMIT("ping limit"),
    SOURCE("source"),
    KEY("key"),
    STEP("step"),
    FILTER("filter"),
    ENHANCEMENT("enhancement"),
    RECIPIENT("recipient"),
    NOTIFICATION("notification"),
    DISTRIBUTION("distribution"),
    RULES("rules"),
    RULE("rule"),
    RESPONSE("response"),
    RESPONSE_TEMPLATE("response template"),
    SETTING("setting");

    private final String word;

    Subject(String word) {
        this.word = word;
    }

    /** For people and for JSON: {@code cap}, {@code price}, {@code field override}. */
    public String word() {
        return word;
    }

    /** What an element of the list {@code list} of a definition is. */
    static Subject element(String list, Value element) {
        return switch (list) {
            case "fields" -> FIELD;
            case "fieldOverrides" -> FIELD_OVERRIDE;
            case "mappings" -> MAPPING;
            case "lookUps" -> LOOK_UP;
            case "suppression" -> SUPPRESSION;
            case "prices" -> PRICE;
            case "adjust" -> ADJUSTMENT;
            case "caps", "sharedCaps" -> CAP;
            case "pingLimits" -> PING_LIMIT;
            case "sources" -> SOURCE;
            case "keyHashes" -> KEY;
            case "steps", "recipients" -> step(element.part("type").text());
            case "rules" -> RULE;
            case "templates" -> RESPONSE_TEMPLATE;
            default -> SETTING;
        };
    }

    private static Subject step(String type) {
        return switch (type) {
            case "filter" -> FILTER;
            case "enhancement" -> ENHANCEMENT;
            case "recipient" -> RECIPIENT;
            case "notify" -> NOTIFICATION;
            case "distribute" -> DISTRIBUTION;
            default -> STEP;
        };
    }

    /** What the object {@code member} is by itself; {@link #SETTING} when it only groups settings of its owner. */
    static Subject member(String member) {
        return switch (member) {
            case "hours" -> HOURS;
            case "acceptanceCriteria" -> ACCEPTANCE;
            case "duplicateCheck" -> DUPLICATE_CHECK;
            case "pricing" -> PRICE;
            case "pricingService" -> PRICING_SERVICE;
            case "ruleSet", "if" -> RULES;
            case "response" -> RESPONSE;
            default -> SETTING;
        };
    }
}
