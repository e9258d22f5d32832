package dev.sluice.workbench.page;

import java.util.ArrayList;
import java.util.List;

/** From one box to another. */
record Arrow(String from, String to) {

    /** All arrows between stations that follow each other, those inside first ones first. */
    static List<Arrow> of(List<Station> stations) {
        List<Arrow> all = new ArrayList<>();
        add(all, stations);
        return all;
    }

    private static void add(List<Arrow> all, List<Station> stations) {
        for (int i = 0; i < stations.size(); i++) {
            Station station = stations.get(i);
            String id = station.box().id();
            station.exits().forEach(exit -> all.add(new Arrow(id, exit.id())));
            for (Station.Branch branch : station.branches()) {
                all.add(new Arrow(id, branch.first()));
                add(all, branch.stations());
            }
            if (i + 1 < stations.size()) {
                all.add(new Arrow(id, stations.get(i + 1).box().id()));
            }
        }
    }
}
