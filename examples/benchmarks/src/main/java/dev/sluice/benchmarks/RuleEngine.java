package dev.sluice.benchmarks;

import com.googlecode.aviator.AviatorEvaluator;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.github.jamsesso.jsonlogic.JsonLogic;
import io.github.jamsesso.jsonlogic.JsonLogicException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.MapContext;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/** What a user would pick to decide the conditions of {@link RuleJob}; each is made ready once and then asked often. */
public enum RuleEngine {
    SLUICE(SluiceRules::contestant),
    /** By hand: predicates over a map. */
    CLOSURES(ClosureRules::contestant),
    MVEL(() -> texts(RuleEngine::mvel, RuleEngine::mvel)),
    JEXL(() -> texts(RuleEngine::jexl, RuleEngine::jexl)),
    AVIATOR(() -> texts(RuleEngine::aviator, RuleEngine::aviator)),
    SPEL(() -> texts(RuleEngine::spel, RuleEngine::spel)),
    CEL(() -> texts(RuleEngine::cel, celCompiler())),
    JSON_LOGIC(RuleEngine::jsonLogic),
    EASY_RULES(EasyRules::contestant),
    DROOLS(DroolsRules::contestant);

    private final Supplier<Contestant> maker;

    RuleEngine(Supplier<Contestant> maker) {
        this.maker = maker;
    }

    /**
     * An engine made ready.
     *
     * @param pass A: ten conditions that all hold
     * @param reason B: ten of which the fifth fails; which one it was
     * @param groups C: twenty groups of ten of which none holds
     */
    record Contestant(BooleanSupplier pass, Supplier<String> reason, BooleanSupplier groups) {}

    /** Compiles, and checks the answers. */
    Contestant ready() {
        Contestant ready = maker.get();
        boolean right = ready.pass.getAsBoolean()
                && !ready.groups.getAsBoolean()
                && ready.reason.get().equals(this == SLUICE ? SluiceRules.REASON : RuleJob.REASONS.get(4));
        if (!right) {
            throw new IllegalStateException(this + " gives a wrong answer: " + ready.pass.getAsBoolean() + ", "
                    + ready.reason.get() + ", " + ready.groups.getAsBoolean());
        }
        return ready;
    }

    /** The text of ten conditions, {@code shift} moving the range of the fifth. */
    private interface Wording {
        List<String> ten(int shift);
    }

    /** One expression for A and C, which is the best case of every engine; one for each condition for B. */
    private static Contestant texts(Wording wording, Function<String, BooleanSupplier> compiler) {
        BooleanSupplier pass = compiler.apply(String.join(" && ", wording.ten(0)));
        List<BooleanSupplier> each =
                wording.ten(RuleJob.TOO_HIGH).stream().map(compiler).toList();
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < RuleJob.GROUPS; i++) {
            groups.append(i == 0 ? "(" : " || (")
                    .append(String.join(" && ", wording.ten(RuleJob.TOO_HIGH + i)))
                    .append(")");
        }
        return new Contestant(pass, () -> firstFailing(each), compiler.apply(groups.toString()));
    }

    static String firstFailing(List<BooleanSupplier> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).getAsBoolean()) {
                return RuleJob.REASONS.get(i);
            }
        }
        return "";
    }

    private static List<String> like(String in, String matches, String contains, int shift) {
        return List.of(
                in,
                "age >= 18",
                "email_domain != 'mailinator.com'",
                "phone_valid == true",
                "amount >= " + (1_000 + shift) + " && amount <= " + (50_000 + shift),
                matches,
                contains,
                "name != ''",
                "blocked == false",
                "born_day > 5000");
    }

    private static Map<String, Object> lead() {
        Map<String, Object> lead = new HashMap<>(RuleJob.lead(30));
        lead.put("states", RuleJob.STATES);
        return lead;
    }

    private static List<String> mvel(int shift) {
        return like("states contains state", "phone ~= '[2-9][0-9]{9}'", "comment contains 'evening'", shift);
    }

    private static BooleanSupplier mvel(String text) {
        Serializable compiled = org.mvel2.MVEL.compileExpression(text);
        Map<String, Object> lead = lead();
        return () -> (Boolean) org.mvel2.MVEL.executeExpression(compiled, lead);
    }

    private static List<String> jexl(int shift) {
        return like("states.contains(state)", "phone =~ '[2-9][0-9]{9}'", "comment.contains('evening')", shift);
    }

    private static BooleanSupplier jexl(String text) {
        JexlEngine engine = new JexlBuilder().create();
        JexlExpression compiled = engine.createExpression(text);
        MapContext context = new MapContext(lead());
        return () -> (Boolean) compiled.evaluate(context);
    }

    private static List<String> aviator(int shift) {
        return like("include(states, state)", "phone =~ /[2-9][0-9]{9}/", "string.contains(comment, 'evening')", shift);
    }

    private static BooleanSupplier aviator(String text) {
        var compiled = AviatorEvaluator.compile(text);
        Map<String, Object> lead = lead();
        return () -> (Boolean) compiled.execute(lead);
    }

    private static List<String> spel(int shift) {
        return List.of(
                "#root['states'].contains(#root['state'])",
                "#root['age'] >= 18L",
                "#root['email_domain'] != 'mailinator.com'",
                "#root['phone_valid']",
                "#root['amount'] >= " + (1_000 + shift) + "L && #root['amount'] <= " + (50_000 + shift) + "L",
                "#root['phone'] matches '[2-9][0-9]{9}'",
                "#root['comment'].contains('evening')",
                "#root['name'] != ''",
                "!#root['blocked']",
                "#root['born_day'] > 5000L");
    }

    private static BooleanSupplier spel(String text) {
        SpelParserConfiguration compiling = new SpelParserConfiguration(
                SpelCompilerMode.IMMEDIATE, RuleEngine.class.getClassLoader(), false, false, 0, 100_000);
        Expression compiled = new SpelExpressionParser(compiling).parseExpression(text);
        StandardEvaluationContext context = new StandardEvaluationContext(lead());
        return () -> Boolean.TRUE.equals(compiled.getValue(context));
    }

    private static List<String> cel(int shift) {
        return like("state in states", "phone.matches('^[2-9][0-9]{9}$')", "comment.contains('evening')", shift);
    }

    private static Function<String, BooleanSupplier> celCompiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder();
        Map<String, Object> lead = lead();
        lead.forEach((name, value) -> builder.addVar(name, celType(value)));
        CelCompiler compiler = builder.build();
        CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
        return text -> {
            try {
                CelRuntime.Program program =
                        runtime.createProgram(compiler.compile(text).getAst());
                return () -> celAnswer(program, lead);
            } catch (CelValidationException | CelEvaluationException wrong) {
                throw new IllegalStateException(wrong);
            }
        };
    }

    private static boolean celAnswer(CelRuntime.Program program, Map<String, Object> lead) {
        try {
            return (Boolean) program.eval(lead);
        } catch (CelEvaluationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static CelType celType(Object value) {
        if (value instanceof List) {
            return ListType.create(SimpleType.STRING);
        }
        return value instanceof Long ? SimpleType.INT : value instanceof Boolean ? SimpleType.BOOL : SimpleType.STRING;
    }

    /** It has no patterns; a part of the phone is looked for instead. */
    private static List<String> jsonLogic(int shift) {
        return List.of(
                "{\"in\":[{\"var\":\"state\"},{\"var\":\"states\"}]}",
                "{\">=\":[{\"var\":\"age\"},18]}",
                "{\"!=\":[{\"var\":\"email_domain\"},\"mailinator.com\"]}",
                "{\"==\":[{\"var\":\"phone_valid\"},true]}",
                "{\"<=\":[" + (1_000 + shift) + ",{\"var\":\"amount\"}," + (50_000 + shift) + "]}",
                "{\"in\":[\"555\",{\"var\":\"phone\"}]}",
                "{\"in\":[\"evening\",{\"var\":\"comment\"}]}",
                "{\"!=\":[{\"var\":\"name\"},\"\"]}",
                "{\"!\":[{\"var\":\"blocked\"}]}",
                "{\">\":[{\"var\":\"born_day\"},5000]}");
    }

    private static Contestant jsonLogic() {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < RuleJob.GROUPS; i++) {
            groups.append(i == 0 ? "" : ",").append(allOf(jsonLogic(RuleJob.TOO_HIGH + i)));
        }
        List<BooleanSupplier> each =
                jsonLogic(RuleJob.TOO_HIGH).stream().map(RuleEngine::jsonLogic).toList();
        return new Contestant(
                jsonLogic(allOf(jsonLogic(0))), () -> firstFailing(each), jsonLogic("{\"or\":[" + groups + "]}"));
    }

    private static String allOf(List<String> conditions) {
        return "{\"and\":[" + String.join(",", conditions) + "]}";
    }

    private static BooleanSupplier jsonLogic(String rule) {
        JsonLogic engine = new JsonLogic();
        Map<String, Object> lead = lead();
        return () -> {
            try {
                return (Boolean) engine.apply(rule, lead);
            } catch (JsonLogicException wrong) {
                throw new IllegalStateException(wrong);
            }
        };
    }
}
