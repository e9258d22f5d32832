package dev.sluice.workbench.page;

import dev.sluice.Sluice;
import dev.sluice.audit.PersonalReading;
import dev.sluice.event.Sight;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.report.Period;
import dev.sluice.report.Reports;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/** Puts the parts of a page together. */
final class PageWriter {
    private final Sluice sluice;
    private final Page.Settings settings;

    PageWriter(Sluice sluice, Page.Settings settings) {
        this.sluice = sluice;
        this.settings = settings;
    }

    void write(Writer out) throws IOException {
        Period.Range range = settings.period().at(sluice.time().instant(), settings.zone());
        FlowBook flows = new FlowBook(sluice, settings.reader());
        Newest newest = Newest.of(sluice.events(), sluice.account(), range, settings.mostLeads());
        LeadBook leads = LeadBook.of(sluice.events(), sluice.account(), range, newest.streams(), flows);
        PersonalReading.over(sluice, settings.reader()).note("page", leads.events());
        String style = Resource.text("page.css") + Resource.text("diagram.css");
        String script = Resource.text("page.js");
        String index = leads.index();
        head(out, style, script);
        out.write(top(range, flows.flows()));
        out.write(new Overview(Reports.over(sluice), settings.period(), settings.zone()).markup());
        out.write(own());
        out.write(pictures(flows.flows()));
        out.write(table(leads.leads(), newest.all()));
        data(out, "index", index);
        for (int i = 0; i < leads.pieces().size(); i++) {
            data(out, "piece-" + i, leads.pieces().get(i));
        }
        out.write("<script>" + script + "</script>\n</body>\n</html>\n");
    }

    private void head(Writer out, String style, String script) throws IOException {
        out.write("<!DOCTYPE html>\n<html lang=\"en\" data-refresh=\""
                + settings.refresh().toSeconds() + "\" data-zone=\""
                + Xml.escaped(settings.zone().getId()) + "\">\n<head>\n"
                + "<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '"
                + hash(script)
                + "'; style-src '" + hash(style) + "'; base-uri 'none'; form-action 'none'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + Xml.escaped(settings.title())
                + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n");
    }

    /** As a policy names text that may run. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void data(Writer out, String id, String packed) throws IOException {
        out.write("<script type=\"application/octet-stream\" id=\"" + id + "\">");
        out.write(packed);
        out.write("</script>\n");
    }

    private String top(Period.Range range, List<FlowDefinition> flows) {
        Markup top = new Markup().raw("<a class=\"skip\" href=\"#leads\">To the leads</a>\n<header>\n");
        top.element("h1", settings.title()).raw("<p>");
        top.text(String.join(", ", flows.stream().map(FlowDefinition::name).toList()));
        top.text(flows.isEmpty() ? "" : " \u00b7 ").text(time(range)).text(" \u00b7 " + sight());
        top.text(" \u00b7 as of " + sluice.time().instant().truncatedTo(ChronoUnit.SECONDS));
        top.raw(settings.refresh().isZero() ? "</p>\n" : " \u00b7 <span id=\"live\">refreshing</span></p>\n");
        return top.raw(nav()).raw("</header>\n<main>\n").toString();
    }

    private String nav() {
        Markup nav = new Markup().raw("<nav aria-label=\"Contents\">");
        List.of("summary", "funnel", "time", "reasons", "sources", "buyers", "money", "slow")
                .forEach(id -> link(nav, id, id.equals("slow") ? "slowest" : id));
        for (int i = 0; i < settings.sections().size(); i++) {
            link(nav, "own-" + i, settings.sections().get(i).title());
        }
        link(nav, "flows", "flow");
        link(nav, "leads", "leads");
        return nav.raw("</nav>\n").toString();
    }

    private static void link(Markup nav, String id, String text) {
        nav.raw("<a href=\"#" + id + "\">").text(text).raw("</a> ");
    }

    private static String time(Period.Range range) {
        if (range.equals(Period.Range.ALL)) {
            return "all time";
        }
        String from = range.from().equals(Instant.MIN)
                ? "the beginning"
                : range.from().toString();
        String to = range.to().equals(Instant.MAX) ? "now" : range.to().toString();
        return "from " + from + " to before " + to;
    }

    private String sight() {
        String role = "seen by role " + settings.reader().role().name();
        Sight personal = settings.reader().role().personal();
        return switch (personal) {
            case CLEAR -> role + ", personal values clear";
            case MASKED -> role + ", personal values masked";
            case HASHED, TOKENISED -> role + ", pseudonyms for personal values";
            case HIDDEN -> role + ", personal values left out";
        };
    }

    private String own() {
        Markup out = new Markup();
        for (int i = 0; i < settings.sections().size(); i++) {
            Section section = settings.sections().get(i);
            out.section("own-" + i, section.title());
            if (!section.note().isEmpty()) {
                out.element("p", section.note());
            }
            out.table(section.title(), section.heads(), section.rows(), column -> isNumeric(section, column))
                    .end();
        }
        return out.toString();
    }

    private static boolean isNumeric(Section section, int column) {
        return !section.rows().isEmpty()
                && section.rows().stream().allMatch(row -> row.get(column).matches("[-+]?[\\d,.]*( ?%)?"));
    }

    private String pictures(List<FlowDefinition> flows) {
        Markup out = new Markup().section("flows", flows.size() == 1 ? "Flow" : "Flows");
        for (FlowDefinition flow : flows) {
            out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                    .text(flow.name())
                    .raw("\">\n")
                    .raw(Diagram.of(flow)
                            .counted(sluice.events(), sluice.account())
                            .inline())
                    .raw("</div>\n");
        }
        return out.end().toString();
    }

    private static String table(int shown, long all) {
        Markup out = new Markup().section("leads", "Leads");
        if (shown < all) {
            out.element(
                    "p",
                    "The newest " + Numbers.grouped(shown) + " of " + Numbers.grouped(all)
                            + " leads are listed; the figures above are of all.");
        }
        return out.raw(Resource.text("leads.html")).end().raw("</main>\n").toString();
    }
}
