package dev.sluice.flow.diff;

import dev.sluice.json.ValueJson;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Changes in words. */
final class Phrases {
    private static final int LONG = 160;
    private static final List<String> NAMES = List.of("id", "key", "property", "field", "name", "listName");

    private Phrases() {}

    /** What a thing is known by. */
    static String name(Subject subject, Value thing) {
        if (subject == Subject.KEY || subject == Subject.RESPONSE_TEMPLATE) {
            return "";
        }
        if (thing instanceof Text text) {
            return text.value();
        }
        return NAMES.stream()
                .map(thing::part)
                .filter(Text.class::isInstance)
                .map(Value::text)
                .findFirst()
                .orElseGet(() -> subject == Subject.RULE ? rule(thing) : "");
    }

    /** The name of a thing among other words: ids in quotes, rules as they are. */
    static String name(Owner owner) {
        return owner.subject() == Subject.RULE && owner.name().contains(" ")
                ? escaped(owner.name())
                : "'" + escaped(owner.name()) + "'";
    }

    static String changed(Spot spot) {
        if (isName(spot.owner(), spot.setting())) {
            return sentence(
                    spot.owner(),
                    "renamed",
                    "to '" + escaped(spot.after().shown().text()) + "'");
        }
        String setting = spot.setting().isEmpty() ? "" : escaped(spot.setting()) + " ";
        String values =
                value(spot.before().shown()) + " -> " + value(spot.after().shown());
        return sentence(spot.owner(), "changed", setting + values);
    }

    /** Whether the setting is what its owner is called by. */
    private static boolean isName(Owner owner, String setting) {
        return owner.outer() != null
                && switch (owner.subject()) {
                    case LOOK_UP -> setting.equals("key");
                    case MAPPING -> setting.equals("property");
                    case FIELD_OVERRIDE -> setting.equals("field");
                    case PRICE, ADJUSTMENT, KEY -> false;
                    default -> setting.equals("id");
                };
    }

    static String added(Spot spot) {
        return sentence(
                spot.owner(), "added", content(spot.owner(), spot.after().shown()));
    }

    static String removed(Spot spot) {
        return sentence(
                spot.owner(), "removed", content(spot.owner(), spot.before().shown()));
    }

    static String moved(Spot spot, String from, String to) {
        return sentence(spot.owner(), "moved", "from " + from + " to " + to);
    }

    /** {@code cap changed: 'day' maximum 500 -> 400 (source 'a')}. */
    private static String sentence(Owner owner, String what, String how) {
        String name = owner.name().isEmpty() ? "" : name(owner);
        String more = name.isEmpty() || how.isEmpty() ? name + how : name + " " + how;
        String place = owner.outer() == null ? "" : owner.outer().phrase();
        return owner.subject().word() + " " + what + (more.isEmpty() ? "" : ": " + more)
                + (place.isEmpty() ? "" : " (" + place + ")");
    }

    /** What is added or removed, as far as its name does not say it. */
    private static String content(Owner owner, Value thing) {
        return switch (owner.subject()) {
            case RULES -> rule(thing);
            case PRICE -> price(thing, "amount", "");
            case ADJUSTMENT -> price(thing, "add", "add ") + price(thing, "multiply", "multiply by ");
            case CAP, PING_LIMIT -> limit(thing);
            default -> "";
        };
    }

    private static String price(Value thing, String member, String word) {
        Value amount = thing.part(member);
        Value rules = thing.part("ruleSet");
        return amount.isMissing() ? "" : word + value(amount) + (rules.isAbsent() ? "" : " when " + rule(rules));
    }

    private static String limit(Value thing) {
        return thing instanceof Obj ? "maximum " + value(thing.part("maximum")) : "(shared)";
    }

    /** A rule, a set of rules or an expression. */
    static String rule(Value rule) {
        return cut(whole(rule));
    }

    private static String whole(Value rule) {
        if (rule.part("rules") instanceof Arr rules) {
            String all = rules.values().stream()
                    .limit(20)
                    .map(Phrases::whole)
                    .collect(Collectors.joining(" " + rule.part("op").text() + " "));
            return (rule.part("not").isAbsent() ? "" : "not ") + "(" + all + ")";
        }
        if (rule.part("expression") instanceof Text expression) {
            return expression.value();
        }
        Value rhv = rule.part("rhv");
        return rule.part("lhv").text() + " " + rule.part("op").text() + (rhv.isMissing() ? "" : " " + value(rhv));
    }

    static String value(Value value) {
        return value.isMissing() ? "none" : cut(ValueJson.write(value));
    }

    private static String cut(String text) {
        return text.length() <= LONG ? text : text.substring(0, text.offsetByCodePoints(0, LONG / 2)) + "...";
    }

    /** Without quotes; what would change a terminal is escaped as in JSON. */
    private static String escaped(String text) {
        String quoted = ValueJson.write(Value.text(text));
        return quoted.substring(1, quoted.length() - 1).replace("\\\"", "\"");
    }
}
