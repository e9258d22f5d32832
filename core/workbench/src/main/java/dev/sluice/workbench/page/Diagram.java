package dev.sluice.workbench.page;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Event;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.store.Events;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow as a picture: sources, gates, steps and end from top to bottom. The same flow gives the same text. Holds names of
 * the definition only, nothing of a lead's data. Immutable and safe on any thread.
 */
public final class Diagram {
    private final FlowDefinition flow;
    private final List<Station> stations;
    private final @Nullable Trail trail;
    private final @Nullable Traffic traffic;

    private Diagram(FlowDefinition flow, List<Station> stations, @Nullable Trail trail, @Nullable Traffic traffic) {
        this.flow = flow;
        this.stations = stations;
        this.trail = trail;
        this.traffic = traffic;
    }

    /** The picture of a flow, which need not be free of faults. */
    public static Diagram of(FlowDefinition flow) {
        return new Diagram(flow, Stations.of(requireNonNull(flow, "flow")), null, null);
    }

    /** With the way of one lead: what it came to stands out, coloured by what became of it there. */
    public Diagram along(List<Event> lead) {
        return new Diagram(flow, stations, Trail.of(lead), traffic);
    }

    /**
     * With a number on each arrow: how many leads of the flow went this way. In brackets stands, of those that came to the box
     * before, how many percent did not go on ({@code -12.5 %}), or did go aside ({@code 12.5 %}). Reads the log once; test
     * leads are not counted.
     */
    public Diagram counted(Events events, String account) {
        return new Diagram(flow, stations, trail, Traffic.of(flow, stations, events, account));
    }

    /** As text in the language of Mermaid, which many editors and hosts of code draw. */
    public String mermaid() {
        return new MermaidText(stations, trail, traffic).text();
    }

    /** As a picture of its own in SVG, in light and in dark, without scripts or anything from elsewhere. */
    public String svg() {
        return SvgText.standalone(flow.name(), new SvgText(stations, trail, traffic));
    }

    /** The same to stand in a page that has the style itself. */
    String inline() {
        return new SvgText(stations, trail, traffic).text(flow.name());
    }
}
