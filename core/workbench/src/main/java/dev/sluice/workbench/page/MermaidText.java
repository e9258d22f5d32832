package dev.sluice.workbench.page;

import dev.sluice.workbench.page.Station.Branch;
import dev.sluice.workbench.page.Station.Exit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes stations in the language of Mermaid. For one text. */
final class MermaidText {
    private static final String STYLES = """
              classDef passed stroke:#1a7f37,stroke-width:3px
              classDef failed stroke:#cf222e,stroke-width:3px
              classDef skipped stroke:#6e7781,stroke-width:3px,stroke-dasharray:4
              classDef unknown stroke:#9a6700,stroke-width:3px
            """;

    private final List<Station> stations;
    private final @Nullable Trail trail;
    private final @Nullable Traffic traffic;
    private final StringBuilder out = new StringBuilder("flowchart TD\n");
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<String> taken = new ArrayList<>();
    private int arrows;

    MermaidText(List<Station> stations, @Nullable Trail trail, @Nullable Traffic traffic) {
        this.stations = stations;
        this.trail = trail;
        this.traffic = traffic;
    }

    String text() {
        boxes(stations, "  ");
        arrows(stations);
        if (trail != null) {
            marks(trail);
        }
        return out.toString();
    }

    private void boxes(List<Station> sequence, String indent) {
        for (Station station : sequence) {
            boolean framed = !station.branches().isEmpty();
            if (framed) {
                out.append(indent)
                        .append("subgraph ")
                        .append(name(frame(station)))
                        .append("[\" \"]\n");
            }
            box(station.box(), framed ? indent + "  " : indent);
            station.exits().forEach(exit -> exit(exit, indent));
            for (Branch branch : station.branches()) {
                branch(branch, indent + "  ");
            }
            if (framed) {
                out.append(indent).append("end\n");
            }
        }
    }

    private void branch(Branch branch, String indent) {
        if (branch.stations().isEmpty()) {
            out.append(indent).append(name(branch.id())).append("((\" \"))\n");
        }
        boxes(branch.stations(), indent);
    }

    private void exit(Exit exit, String indent) {
        if (exit.target().isEmpty()) {
            out.append(indent)
                    .append(name(exit.id()))
                    .append("([\"")
                    .append(escaped(exit.label()))
                    .append("\"])\n");
        }
    }

    private void box(Box box, String indent) {
        String text =
                escaped(box.title()) + (box.note().isEmpty() ? "" : "<br/><small>" + escaped(box.note()) + "</small>");
        String[] shape =
                switch (box.look()) {
                    case PLACE, END -> new String[] {"([\"", "\"])"};
                    case FILTER, CHOICE -> new String[] {"{{\"", "\"}}"};
                    case LOOK_UP -> new String[] {"[/\"", "\"/]"};
                    case DELIVERY, OTHER -> new String[] {"[\"", "\"]"};
                };
        out.append(indent)
                .append(name(box.id()))
                .append(shape[0])
                .append(text)
                .append(shape[1])
                .append('\n');
    }

    private void arrows(List<Station> sequence) {
        for (int i = 0; i < sequence.size(); i++) {
            Station station = sequence.get(i);
            String id = station.box().id();
            for (Exit exit : station.exits()) {
                String end = exit.target().orElse(exit.id());
                Arrow arrow = new Arrow(id, exit.id());
                arrow(name(id), "-.->", aside("", arrow), arrow, name(end));
            }
            for (Branch branch : station.branches()) {
                Arrow arrow = new Arrow(id, branch.first());
                arrow(name(id), "-->", aside(branch.label(), arrow), arrow, name(branch.first()));
                arrows(branch.stations());
            }
            if (i + 1 < sequence.size()) {
                String next = sequence.get(i + 1).box().id();
                String from = station.branches().isEmpty() ? id : frame(station);
                Arrow arrow = new Arrow(id, next);
                arrow(name(from), "-->", traffic == null ? "" : traffic.onward(arrow), arrow, name(next));
            }
        }
    }

    private String aside(String label, Arrow arrow) {
        return traffic == null ? label : (label + " " + traffic.aside(arrow)).strip();
    }

    private void arrow(String from, String line, String text, Arrow arrow, String to) {
        out.append("  ").append(from).append(' ').append(line);
        if (!text.isEmpty()) {
            out.append("|\"").append(escaped(text)).append("\"|");
        }
        out.append(' ').append(to).append('\n');
        if (trail != null && trail.took(arrow)) {
            taken.add(String.valueOf(arrows));
        }
        arrows++;
    }

    private void marks(Trail way) {
        out.append(STYLES);
        names.forEach((id, name) -> way.at(id).ifPresent(mark -> out.append("  class ")
                .append(name)
                .append(' ')
                .append(mark.name().toLowerCase(Locale.ROOT))
                .append('\n')));
        if (!taken.isEmpty()) {
            out.append("  linkStyle ").append(String.join(",", taken)).append(" stroke-width:3px\n");
        }
    }

    private static String frame(Station station) {
        return station.box().id() + "?frame";
    }

    private String name(String id) {
        return names.computeIfAbsent(id, any -> "n" + names.size());
    }

    /** Every character that could mean something is written by its number. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || " .,:()/_-+%!?'=".indexOf(c) >= 0) {
                safe.appendCodePoint(c);
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                safe.append(' ');
            } else {
                safe.append('#').append(c).append(';');
            }
        });
        return safe.toString();
    }
}
