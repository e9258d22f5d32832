package dev.sluice.email;

import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.templates.Escape;
import dev.sluice.templates.Rendering;
import dev.sluice.templates.Template;
import dev.sluice.templates.TemplateException;
import dev.sluice.templates.Templates;
import dev.sluice.types.Arr;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The settings of one recipient, compiled. Immutable, safe on any thread. */
final class EmailSettings {
    static final String SERVER = "server";
    static final String FROM = "from";
    static final String REPLY_TO = "replyTo";
    static final String TO = "to";
    static final String CC = "cc";
    static final String BCC = "bcc";
    static final String SUBJECT = "subject";
    static final String TEXT = "text";
    static final String HTML = "html";
    static final String TIMEOUT = "timeoutMs";
    static final Set<String> NAMES = Set.of(SERVER, FROM, REPLY_TO, TO, CC, BCC, SUBJECT, TEXT, HTML, TIMEOUT);

    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final long LONGEST_TIMEOUT = 600_000;

    private final String server;
    private final Template from;
    private final Optional<Template> replyTo;
    private final List<Template> to;
    private final List<Template> cc;
    private final List<Template> bcc;
    private final Optional<Template> subject;
    private final Optional<Template> text;
    private final Optional<Template> html;
    private final Duration timeout;

    /** @throws InvalidMailException when the settings are wrong, with a pointer */
    EmailSettings(Obj config) {
        this.server = Optional.of(config.get(SERVER).text())
                .filter(name -> !name.isBlank())
                .orElse("default");
        this.from = template(config, FROM)
                .orElseThrow(() -> new InvalidMailException("/" + FROM, "a message needs a sender; set 'from'"));
        this.replyTo = template(config, REPLY_TO);
        this.to = templates(config, TO);
        this.cc = templates(config, CC);
        this.bcc = templates(config, BCC);
        if (to.isEmpty()) {
            throw new InvalidMailException("/" + TO, "a message needs somebody who gets it; set 'to'");
        }
        this.subject = template(config, SUBJECT);
        this.text = template(config, TEXT);
        this.html = template(config, HTML);
        this.timeout = timeout(config.get(TIMEOUT));
    }

    private static Optional<Template> template(Obj config, String name) {
        Value value = config.get(name);
        if (value.isAbsent()) {
            return Optional.empty();
        }
        if (!(value instanceof Text)) {
            throw new InvalidMailException("/" + name, "it must be text");
        }
        return value.isBlank() ? Optional.empty() : Optional.of(compile(value.text(), "/" + name));
    }

    private static Template compile(String text, String pointer) {
        try {
            return Templates.standard().compile(text);
        } catch (TemplateException fault) {
            throw new InvalidMailException(pointer, "the template cannot be read: " + fault.getMessage());
        }
    }

    /** One template for each address, so that a value with a comma in it cannot become two. */
    private static List<Template> templates(Obj config, String name) {
        Value value = config.get(name);
        if (!(value instanceof Arr arr)) {
            return template(config, name).stream().toList();
        }
        List<Template> all = new ArrayList<>();
        for (Value element : arr.values()) {
            String pointer = "/" + name + "/" + all.size();
            if (!(element instanceof Text) || element.isBlank()) {
                throw new InvalidMailException(pointer, "it must be one address");
            }
            all.add(compile(element.text(), pointer));
        }
        return all;
    }

    private static Duration timeout(Value given) {
        if (given.isAbsent()) {
            return USUAL_TIMEOUT;
        }
        long millis = given instanceof Num num ? num.value().longValue() : 0;
        if (millis < 1 || millis > LONGEST_TIMEOUT) {
            throw new InvalidMailException(
                    "/" + TIMEOUT, "a time-out is a number of milliseconds, from 1 to " + LONGEST_TIMEOUT);
        }
        return Duration.ofMillis(millis);
    }

    /** The name of the host's mail server. */
    String server() {
        return server;
    }

    Duration timeout() {
        return timeout;
    }

    /**
     * The message for one lead.
     *
     * @throws InvalidMailException when it cannot be sent, with the setting's pointer
     * @throws TemplateException when a template fails on this lead
     */
    Mail mail(DeliveryRequest request) {
        Rendering plain = Rendering.plain(request.delivery().at());
        Mail.Builder mail = Mail.from(
                from.render(request.scope(), plain),
                request.delivery().key(),
                request.delivery().at().instant());
        to.forEach(address -> mail.to(address.render(request.scope(), plain)));
        cc.forEach(address -> mail.cc(address.render(request.scope(), plain)));
        bcc.forEach(address -> mail.bcc(address.render(request.scope(), plain)));
        replyTo.ifPresent(address -> mail.replyTo(address.render(request.scope(), plain)));
        mail.subject(subject.map(line -> line.render(request.scope(), plain))
                .orElseGet(() -> "Lead " + request.delivery().leadId()));
        return bodies(mail, request).build();
    }

    private Mail.Builder bodies(Mail.Builder mail, DeliveryRequest request) {
        Rendering plain = Rendering.plain(request.delivery().at());
        Rendering escaped = new Rendering(request.delivery().at(), Escape.HTML);
        html.ifPresent(body -> mail.html(body.render(request.scope(), escaped)));
        text.ifPresent(body -> mail.text(body.render(request.scope(), plain)));
        return html.isEmpty() && text.isEmpty() ? mail.text(LeadText.of(request.lead())) : mail;
    }

    /** Everything that is the same for all leads is looked at: the addresses without a template. */
    List<InvalidMailException> constants(Obj config) {
        List<InvalidMailException> wrong = new ArrayList<>();
        constant(from, "/" + FROM, wrong);
        replyTo.ifPresent(one -> constant(one, "/" + REPLY_TO, wrong));
        constants(to, config.get(TO), "/" + TO, wrong);
        constants(cc, config.get(CC), "/" + CC, wrong);
        constants(bcc, config.get(BCC), "/" + BCC, wrong);
        return wrong;
    }

    private static void constants(List<Template> all, Value given, String pointer, List<InvalidMailException> wrong) {
        for (int i = 0; i < all.size(); i++) {
            constant(all.get(i), given instanceof Arr ? pointer + "/" + i : pointer, wrong);
        }
    }

    private static void constant(Template template, String pointer, List<InvalidMailException> wrong) {
        if (!template.isConstant()) {
            return;
        }
        try {
            Mailbox.parse(template.source(), pointer);
        } catch (InvalidMailException none) {
            wrong.add(none);
        }
    }
}
