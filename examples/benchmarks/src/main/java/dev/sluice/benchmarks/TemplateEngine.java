package dev.sluice.benchmarks;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import dev.sluice.templates.Escape;
import dev.sluice.templates.Rendering;
import dev.sluice.templates.Template;
import dev.sluice.templates.Templates;
import dev.sluice.types.At;
import dev.sluice.types.Layout;
import dev.sluice.types.Scope;
import dev.sluice.types.Stage;
import freemarker.template.Configuration;
import freemarker.template.TemplateMethodModelEx;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.stringtemplate.v4.ST;

/** One way to write the body of {@link TemplateJob}; each is made ready once and then called often. */
public enum TemplateEngine {
    HAND(TemplateEngine::hand),
    SLUICE(() -> sluice(Escape.NONE)),
    /** With every value escaped for JSON, which is what a delivery asks for. */
    SLUICE_ESCAPED(() -> sluice(Escape.JSON)),
    HANDLEBARS(TemplateEngine::handlebars),
    MUSTACHE_JAVA(TemplateEngine::mustacheJava),
    JMUSTACHE(TemplateEngine::jmustache),
    PEBBLE(TemplateEngine::pebble),
    FREEMARKER(TemplateEngine::freemarker),
    ST4(TemplateEngine::st4);

    private static final String HEAD =
            "{\"first_name\":\"<first_name>\",\"last_name\":\"<last_name>\",\"email\":\"<email>\","
                    + "\"phone\":\"<phone>\",\"address\":\"<address>\",\"city\":\"<city>\",\"zip\":\"<zip>\",\"amount\":<amount>,"
                    + "\"score\":<score>,\"campaign\":\"<campaign>\",\"state\":\"";

    private final Supplier<Supplier<String>> maker;

    TemplateEngine(Supplier<Supplier<String>> maker) {
        this.maker = maker;
    }

    /** Compiles, and checks the answer against the one written by hand. */
    Supplier<String> ready() {
        Supplier<String> ready = maker.get();
        String expected = TemplateJob.byHand(TemplateJob.lead());
        if (!ready.get().equals(expected)) {
            throw new IllegalStateException(this + " writes " + ready.get() + " instead of " + expected);
        }
        return ready;
    }

    /** The plain variables, each between {@code open} and {@code close}. */
    private static String head(String open, String close) {
        return HEAD.replace("<", open).replace(">", close);
    }

    private static Supplier<String> hand() {
        Map<String, Object> lead = TemplateJob.lead();
        return () -> TemplateJob.byHand(lead);
    }

    private static Supplier<String> sluice(Escape escape) {
        Layout layout = TemplateJob.layout();
        Scope scope = TemplateJob.scope(layout);
        Template template = Templates.standard()
                .compile(
                        head("{{lead.", "}}") + "{{uppercase lead.state}}\",\"comment\":{{json lead.comment}}"
                                + "{{#if lead.homeowner}},\"homeowner\":true{{/if}},\"products\":["
                                + "{{#each lead.products}}{{#unless @first}},{{/unless}}\"{{this}}\"{{/each}}]}",
                        layout,
                        Stage.DELIVERY);
        Rendering rendering = new Rendering(At.utc(Instant.EPOCH), escape);
        return () -> template.render(scope, rendering);
    }

    private static Supplier<String> handlebars() {
        Handlebars engine = new Handlebars().with(EscapingStrategy.NOOP);
        engine.registerHelper("uppercase", (value, options) -> TemplateJob.upper(value));
        engine.registerHelper("json", (value, options) -> TemplateJob.quoted(value));
        Map<String, Object> model = Map.of("lead", TemplateJob.lead());
        try {
            var template = engine.compileInline(head("{{lead.", "}}")
                    + "{{uppercase lead.state}}\",\"comment\":{{json lead.comment}}"
                    + "{{#if lead.homeowner}},\"homeowner\":true{{/if}},\"products\":["
                    + "{{#each lead.products}}{{#unless @first}},{{/unless}}\"{{this}}\"{{/each}}]}");
            return () -> unchecked(() -> template.apply(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mustache() {
        return head("{{{", "}}}") + "{{{upper_state}}}\",\"comment\":{{{json_comment}}}"
                + "{{#homeowner}},\"homeowner\":true{{/homeowner}},\"products\":["
                + "{{#listed}}{{#rest}},{{/rest}}\"{{{name}}}\"{{/listed}}]}";
    }

    private static Supplier<String> mustacheJava() {
        MustacheFactory factory = new DefaultMustacheFactory();
        Mustache template = factory.compile(new StringReader(mustache()), "body");
        Map<String, Object> lead = TemplateJob.lead();
        return () -> {
            StringWriter out = new StringWriter(512);
            template.execute(out, TemplateJob.flatModel(lead));
            return out.toString();
        };
    }

    private static Supplier<String> jmustache() {
        var template =
                com.samskivert.mustache.Mustache.compiler().escapeHTML(false).compile(mustache());
        Map<String, Object> lead = TemplateJob.lead();
        return () -> template.execute(TemplateJob.flatModel(lead));
    }

    private static Supplier<String> pebble() {
        PebbleEngine engine = new PebbleEngine.Builder()
                .loader(new StringLoader())
                .autoEscaping(false)
                .build();
        PebbleTemplate template = engine.getTemplate(head("{{ lead.", " }}")
                + "{{ lead.state | upper }}\",\"comment\":{{ json_comment }}"
                + "{% if lead.homeowner %},\"homeowner\":true{% endif %},\"products\":["
                + "{% for p in lead.products %}{% if not loop.first %},{% endif %}\"{{ p }}\"{% endfor %}]}");
        Map<String, Object> lead = TemplateJob.lead();
        return () -> {
            StringWriter out = new StringWriter(512);
            Map<String, Object> model = new HashMap<>();
            model.put("lead", lead);
            model.put("json_comment", TemplateJob.quoted(lead.get("comment")));
            unchecked(() -> {
                template.evaluate(out, model);
                return "";
            });
            return out.toString();
        };
    }

    private static Supplier<String> freemarker() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setNumberFormat("computer");
        TemplateMethodModelEx quoted = arguments -> TemplateJob.quoted(arguments.get(0));
        Map<String, Object> model = Map.of("lead", TemplateJob.lead(), "quoted", quoted);
        String text = head("${lead.", "}") + "${lead.state?upper_case}\",\"comment\":${quoted(lead.comment)}"
                + "<#if lead.homeowner>,\"homeowner\":true</#if>,\"products\":["
                + "<#list lead.products as p>\"${p}\"<#sep>,</#sep></#list>]}";
        try {
            var template = new freemarker.template.Template("body", new StringReader(text), configuration);
            return () -> {
                Writer out = new StringWriter(512);
                unchecked(() -> {
                    template.process(model, out);
                    return "";
                });
                return out.toString();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Supplier<String> st4() {
        ST prototype = new ST(
                head("$lead.", "$") + "$upper_state$\",\"comment\":$json_comment$"
                        + "$if(lead.homeowner)$,\"homeowner\":true$endif$,\"products\":["
                        + "$lead.products:{p|\"$p$\"}; separator=\",\"$]}",
                '$',
                '$');
        Map<String, Object> lead = TemplateJob.lead();
        return () -> {
            ST template = new ST(prototype);
            template.add("lead", lead);
            template.add("upper_state", TemplateJob.upper(lead.get("state")));
            template.add("json_comment", TemplateJob.quoted(lead.get("comment")));
            return template.render();
        };
    }

    private interface Throwing {
        String run() throws Exception;
    }

    private static String unchecked(Throwing work) {
        try {
            return work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
