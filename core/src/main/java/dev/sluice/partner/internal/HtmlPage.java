package dev.sluice.partner.internal;

import dev.sluice.partner.SubmissionDocument;
import java.util.stream.Collectors;

/** A document as one page without scripts or anything to load. All texts of the definition are escaped. */
public record HtmlPage(SubmissionDocument document) {
    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0"
                    + " 1rem;color-scheme:light dark}table{border-collapse:collapse;width:100%}td,th{border:1px solid"
                    + " #8888;padding:.3rem .6rem;text-align:left}pre{overflow:auto;padding:1rem;border:1px solid"
                    + " #8888}div{overflow-x:auto}";

    public String text() {
        String name = Markup.escaped(document.flowName());
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width\"><title>Sending leads to " + name + "</title><style>" + STYLE
                + "</style></head><body>\n<h1>Sending leads to " + name + "</h1>\n<p>Leads name the source "
                + code(document.source()) + " at the flow " + code(document.flow()) + "."
                + (document.credential() ? " Each comes with the key of the connection as its credential." : "")
                + "</p>\n<h2>Fields</h2>\n<div><table><tr><th>field</th><th>label</th><th>type</th><th>required</th>"
                + "<th>example</th><th></th></tr>\n"
                + document.fields().stream().map(HtmlPage::row).collect(Collectors.joining())
                + "</table></div>\n<h2>Forms</h2>\n"
                + new Samples(document).all().stream().map(HtmlPage::sample).collect(Collectors.joining())
                + "<h2>Answers</h2>\n<p>" + code("success")
                + ": the lead was taken. " + code("failure") + ": it was not wanted, and "
                + code("reason") + " says why; do not send it again. " + code("error")
                + ": something broke; the same lead may be sent again under the same submission key.</p>\n"
                + "</body></html>\n";
    }

    private static String row(SubmissionDocument.Field field) {
        return "<tr><td>" + code(field.name()) + "</td><td>" + Markup.escaped(field.label()) + "</td><td>"
                + Markup.escaped(field.type()) + "</td><td>" + (field.required() ? "yes" : "") + "</td><td>"
                + Markup.escaped(field.example()) + "</td><td>" + Markup.escaped(field.description())
                + "</td></tr>\n";
    }

    private static String sample(Samples.Sample sample) {
        return "<h3>" + sample.name() + "</h3>\n<pre>" + Markup.escaped(sample.text()) + "</pre>\n";
    }

    private static String code(String text) {
        return "<code>" + Markup.escaped(text) + "</code>";
    }
}
