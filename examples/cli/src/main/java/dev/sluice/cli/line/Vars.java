package dev.sluice.cli.line;

import dev.sluice.cli.frame.LineException;
import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Layout;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Path;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data of a question: {@code vars} as sections or as names of their own, parsed where {@code types} says so.
 *
 * @param scope the data
 * @param layout its names and types, as a flow would declare them
 */
record Vars(Scope scope, Layout layout) {
    private static final String LEAD = Section.LEAD.path();

    static Vars of(Obj question, At at) {
        return of(object(question, "vars"), object(question, "types"), at);
    }

    /**
     * The same, where names of their own are the lead's too unless it has data already: as fields where they have a type,
     * beside that as names of their own.
     */
    static Vars ofLead(Obj question, At at) {
        Obj vars = object(question, "vars");
        Obj types = object(question, "types");
        if (!vars.get(LEAD).isBlank()) {
            return of(vars, types, at);
        }
        Vars all = of(withFields(vars, types), types, at);
        Obj lead = all.scope.section(Section.VARS).merge(all.scope.section(Section.LEAD));
        return new Vars(all.scope.with(Section.LEAD, lead), all.layout);
    }

    /** {@code vars} with those that have a type moved into the lead. */
    private static Obj withFields(Obj vars, Obj types) {
        Obj fields = Obj.EMPTY;
        Obj left = Obj.EMPTY;
        for (Map.Entry<String, Value> member : vars.members().entrySet()) {
            String name = member.getKey();
            boolean typed = !types.get(name).isMissing()
                    || !types.get(LEAD + "." + name).isMissing();
            fields = typed ? fields.with(name, member.getValue()) : fields;
            left = typed ? left : left.with(name, member.getValue());
        }
        return fields.isBlank() ? left : left.with(LEAD, fields);
    }

    private static Vars of(Obj given, Obj types, At at) {
        Obj vars = given;
        Layout.Builder layout = Layout.builder();
        for (Map.Entry<String, Value> named : types.members().entrySet()) {
            FieldType type =
                    TypeNames.named(FieldTypes.standard(), named.getValue().text());
            vars = typed(vars, named.getKey(), type, Parsing.at(at));
            declare(layout, vars, named.getKey(), type);
        }
        Scope scope = Scope.of(vars);
        for (Section section : Section.values()) {
            layout.names(section, scope.section(section).members().keySet().toArray(String[]::new));
        }
        return new Vars(scope, layout.build());
    }

    private static Obj object(Obj question, String name) {
        Value value = question.get(name);
        if (value.isAbsent()) {
            return Obj.EMPTY;
        }
        if (value instanceof Obj obj) {
            return obj;
        }
        throw new LineException("'" + name + "' must be an object");
    }

    /** {@code vars} with the value at {@code path} parsed, be it written with {@code lead.} or without. */
    private static Obj typed(Obj vars, String path, FieldType type, Parsing parsing) {
        List<String> words = Path.of(path).words();
        Obj inLead = vars.get(LEAD) instanceof Obj lead
                ? vars.with(LEAD, typed(lead, words.get(0).equals(LEAD) ? tail(words) : words, type, parsing))
                : vars;
        return typed(inLead, words.get(0).equals(LEAD) ? tail(words) : words, type, parsing);
    }

    private static Obj typed(Obj obj, List<String> words, FieldType type, Parsing parsing) {
        if (words.isEmpty()) {
            return obj;
        }
        Value value = obj.get(words.get(0));
        @Nullable Value next = null;
        if (words.size() == 1 && !value.isMissing()) {
            next = type.read(value, parsing);
        } else if (value instanceof Obj inner) {
            next = typed(inner, tail(words), type, parsing);
        }
        return next == null ? obj : obj.with(words.get(0), next);
    }

    private static <T> List<T> tail(List<T> list) {
        return list.subList(1, list.size());
    }

    private static void declare(Layout.Builder layout, Obj vars, String path, FieldType type) {
        List<String> words = Path.of(path).words();
        String name = words.get(words.size() - 1);
        boolean direct = words.size() == 1 || (words.size() == 2 && words.get(0).equals(LEAD));
        if (direct && vars.get(LEAD) instanceof Obj lead && !lead.get(name).isMissing()) {
            layout.field(name, type);
        }
    }
}
