package dev.sluice.workbench.page;

import dev.sluice.workbench.page.Box.Look;
import dev.sluice.workbench.page.Station.Branch;
import dev.sluice.workbench.page.Station.Exit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Draws stations from top to bottom; branches hang on a line below their box, each further in, and a frame around them says
 * where they come together again. For one picture.
 */
final class SvgText {
    private static final int MARGIN = 16;
    private static final int WIDTH = 260;
    private static final int HEIGHT = 46;
    private static final int GAP = 36;
    private static final int PAD = 12;
    private static final int LINE = 22;
    private static final int EXIT = 190;
    private static final int EXIT_HEIGHT = 28;
    private static final int BRANCH_GAP = 20;

    private final List<Station> stations;
    private final @Nullable Trail trail;
    private final @Nullable Traffic traffic;
    /** How far in branches stand: their labels and numbers need room. */
    private final int indent;

    private final StringBuilder frames = new StringBuilder();
    private final StringBuilder drawn = new StringBuilder();
    private int right;

    SvgText(List<Station> stations, @Nullable Trail trail, @Nullable Traffic traffic) {
        this.stations = stations;
        this.trail = trail;
        this.traffic = traffic;
        boolean worded = stations.stream().anyMatch(SvgText::hasWords);
        this.indent = traffic != null ? 160 : worded ? 120 : 64;
    }

    private static boolean hasWords(Station station) {
        return station.branches().stream()
                .anyMatch(branch -> branch.label().length() > 2
                        || branch.stations().stream().anyMatch(SvgText::hasWords));
    }

    /** The picture with its style. */
    static String standalone(String title, SvgText picture) {
        String svg = picture.text(title);
        int inside = svg.indexOf('>') + 1;
        return svg.substring(0, inside) + "\n<style>\n" + Resource.text("diagram.css") + "</style>"
                + svg.substring(inside);
    }

    String text(String title) {
        int bottom = sequence(stations, MARGIN, MARGIN);
        int width = right + MARGIN;
        int height = bottom + MARGIN;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"flow\" role=\"img\" viewBox=\"0 0 " + width + " "
                + height
                + "\" width=\"" + width + "\" height=\"" + height + "\">\n<title>" + Xml.escaped(title) + "</title>\n"
                + frames + drawn + "</svg>\n";
    }

    /** Draws stations below each other and gives where the last one ends. */
    private int sequence(List<Station> sequence, int x, int y) {
        int top = y;
        for (int i = 0; i < sequence.size(); i++) {
            int bottom = station(sequence.get(i), x, top);
            if (i + 1 < sequence.size()) {
                Arrow arrow = new Arrow(
                        sequence.get(i).box().id(), sequence.get(i + 1).box().id());
                int middle = x + WIDTH / 2;
                line(arrow, "M" + middle + " " + bottom + "V" + (bottom + GAP));
                words(middle + 8, bottom + GAP / 2 + 4, onward(arrow));
                bottom += GAP;
            }
            top = bottom;
        }
        return top;
    }

    private int station(Station station, int x, int y) {
        box(station.box(), x, y);
        int bottom = exits(station, x, y);
        if (station.branches().isEmpty()) {
            return bottom;
        }
        int outer = right;
        right = x + WIDTH;
        bottom = branches(station, x, bottom) + PAD;
        frames.append("<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"10\"/>\n"
                .formatted(x - PAD / 2, y - PAD / 2, right - x + PAD, bottom - y + PAD / 2));
        right = Math.max(outer, right + PAD);
        return bottom;
    }

    private int branches(Station station, int x, int top) {
        String id = station.box().id();
        int bottom = top;
        for (Branch branch : station.branches()) {
            int y = bottom + BRANCH_GAP;
            int middle = y + (branch.stations().isEmpty() ? EXIT_HEIGHT : HEIGHT) / 2;
            Arrow arrow = new Arrow(id, branch.first());
            line(arrow, "M" + (x + LINE) + " " + top + "V" + middle + "H" + (x + indent));
            words(x + LINE + 8, middle - 6, cut(branch.label(), (indent - LINE) / 7));
            words(x + LINE + 8, middle + 14, aside(arrow));
            bottom = branch.stations().isEmpty()
                    ? pill(branch.id(), "goes on", x + indent, y)
                    : sequence(branch.stations(), x + indent, y);
        }
        return bottom;
    }

    private int exits(Station station, int x, int y) {
        int bottom = y + HEIGHT;
        int top = y + (HEIGHT - EXIT_HEIGHT) / 2;
        for (Exit exit : station.exits()) {
            Arrow arrow = new Arrow(station.box().id(), exit.id());
            int start = x + WIDTH;
            int end = start + (traffic == null ? 40 : 130);
            line(arrow, "M" + start + " " + (top + EXIT_HEIGHT / 2) + "H" + end);
            words(start + 8, top + EXIT_HEIGHT / 2 - 6, aside(arrow));
            bottom = Math.max(bottom, pill(exit.id(), exit.label(), end, top));
            top += EXIT_HEIGHT + 8;
        }
        return bottom;
    }

    private void box(Box box, int x, int y) {
        String look = "box " + box.look().name().toLowerCase(Locale.ROOT) + (box.enabled() ? "" : " off");
        int round = box.look() == Look.PLACE || box.look() == Look.END ? HEIGHT / 2 : 6;
        drawn.append("<g class=\"%s%s\"><title>%s</title>"
                .formatted(
                        look,
                        mark(box.id()),
                        Xml.escaped(box.note().isEmpty() ? box.title() : box.title() + " (" + box.note() + ")")));
        drawn.append(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>".formatted(x, y, WIDTH, HEIGHT, round));
        int middle = x + WIDTH / 2;
        int line = box.note().isEmpty() ? y + HEIGHT / 2 + 5 : y + 20;
        text("name", middle, line, cut(box.title(), 34));
        if (!box.note().isEmpty()) {
            text("note", middle, y + 37, cut(box.note(), 42));
        }
        drawn.append("</g>\n");
        right = Math.max(right, x + WIDTH);
    }

    private int pill(String id, String label, int x, int y) {
        drawn.append(
                "<g class=\"exit%s\"><title>%s</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"14\"/>"
                        .formatted(mark(id), Xml.escaped(label), x, y, EXIT, EXIT_HEIGHT));
        text("note", x + EXIT / 2, y + 18, cut(label, 30));
        drawn.append("</g>\n");
        right = Math.max(right, x + EXIT);
        return y + EXIT_HEIGHT;
    }

    private void text(String look, int x, int y, String text) {
        drawn.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>".formatted(look, x, y, Xml.escaped(text)));
    }

    /** A line whose last stroke has a point. */
    private void line(Arrow arrow, String path) {
        String look = trail != null && trail.took(arrow) ? "arrow taken" : "arrow";
        boolean down = path.indexOf('H') < 0;
        String point = down ? "m-4 -7l4 7l4 -7" : "m-7 -4l7 4l-7 4";
        drawn.append("<path class=\"%s\" d=\"%s%s\"/>\n".formatted(look, path, point));
    }

    private void words(int x, int y, String text) {
        if (!text.isEmpty()) {
            text("count", x, y, text);
            drawn.append('\n');
            right = Math.max(right, x + Words.width(text) * 7);
        }
    }

    private String onward(Arrow arrow) {
        return traffic == null ? "" : traffic.onward(arrow);
    }

    private String aside(Arrow arrow) {
        return traffic == null ? "" : traffic.aside(arrow);
    }

    private String mark(String box) {
        return trail == null
                ? ""
                : trail.at(box)
                        .map(mark -> " " + mark.name().toLowerCase(Locale.ROOT))
                        .orElse(" aside");
    }

    private static String cut(String text, int most) {
        return Words.cut(text, most);
    }
}
