package dev.sluice.workbench.page;

import dev.sluice.report.Report;
import dev.sluice.types.Value;
import java.util.List;

/** The parts of a page that scripts have nothing to do with. Every text is escaped here. */
final class Markup {
    private static final String BAR =
            "<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                    + "<rect width=\"%s\" height=\"8\"/></svg>";

    private final StringBuilder out = new StringBuilder();

    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    Markup text(String text) {
        out.append(Xml.escaped(text));
        return this;
    }

    Markup element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
    }

    /** Starts a section that the contents of the page lead to. */
    Markup section(String id, String title) {
        return raw("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-h\">\n<h2 id=\"" + id + "-h\">")
                .text(title)
                .raw("</h2>\n");
    }

    Markup end() {
        return raw("</section>\n");
    }

    /** A report as a table; its total is the last row where there are several. */
    Markup table(Report report, String caption) {
        open(caption);
        head(report.heads().stream().map(Report.Head::label).toList(), index -> number(report, index));
        raw("<tbody>\n");
        report.rows().forEach(row -> row(report, row, "Total"));
        raw("</tbody>\n");
        if (report.rows().size() > 1) {
            raw("<tfoot>\n");
            row(report, report.total(), "Total");
            raw("</tfoot>\n");
        }
        return close();
    }

    private static boolean number(Report report, int column) {
        return report.heads().get(column).kind() != Report.Kind.NAME;
    }

    private void row(Report report, List<Value> row, String total) {
        raw("<tr>");
        for (int i = 0; i < row.size(); i++) {
            boolean unnamed = i == 0 && row == report.total() && row.get(i).isMissing();
            cell(unnamed ? total : Numbers.of(report, i, row.get(i)), i == 0, number(report, i));
        }
        raw("</tr>\n");
    }

    /** Which columns hold numbers. */
    interface Kind {
        boolean isNumber(int column);
    }

    Markup table(String caption, List<String> heads, List<List<String>> rows, Kind kind) {
        open(caption);
        head(heads, kind);
        raw("<tbody>\n");
        for (List<String> row : rows) {
            raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell(row.get(i), i == 0, kind.isNumber(i));
            }
            raw("</tr>\n");
        }
        return raw("</tbody>\n").close();
    }

    private void open(String caption) {
        raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .text(caption)
                .raw("\"><table>\n");
    }

    private Markup close() {
        return raw("</table></div>\n");
    }

    private void head(List<String> heads, Kind kind) {
        raw("<thead><tr>");
        for (int i = 0; i < heads.size(); i++) {
            raw(kind.isNumber(i) ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">")
                    .text(heads.get(i))
                    .raw("</th>");
        }
        raw("</tr></thead>\n");
    }

    private void cell(String text, boolean first, boolean number) {
        String look = number ? " class=\"num\"" : "";
        raw(first ? "<th scope=\"row\"" + look + ">" : "<td" + look + ">")
                .text(text)
                .raw(first ? "</th>" : "</td>");
    }

    /** Names with a bar and words each; {@code percent} says how long the bar is. */
    Markup bar(String name, double percent, String words) {
        String width = String.valueOf(Math.round(Math.max(0, Math.min(100, percent)) * 10) / 10.0);
        return raw("<li><span class=\"what\">")
                .text(name)
                .raw("</span><span class=\"much\">")
                .text(words)
                .raw("</span>")
                .raw(BAR.formatted(width))
                .raw("</li>\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
