package dev.sluice.cli.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.leads.LeadFile;
import dev.sluice.cli.leads.LeadForm;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The flows of the gallery over databases: whichever of its events a process ends after, the next one opens the file and
 * everything ends the same. Some of the cuts in each build, each flow's others than the next one's; {@code -Dcuts=every}
 * takes all of them.
 */
@Tag("processes")
class CutGalleryTest {
    private static final Path GALLERY = Path.of("..", "gallery");
    private static final int LEADS = 3;
    private static final boolean EVERY = "every".equals(System.getProperty("cuts"));

    @TempDir
    private Path folder;

    private static List<Path> flows() throws IOException {
        try (Stream<Path> all = Files.list(GALLERY)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> on_sqlite() throws IOException {
        return cuts("jdbc:sqlite:", 8);
    }

    @TestFactory
    Stream<DynamicTest> on_h2() throws IOException {
        return cuts("jdbc:h2:", 24);
    }

    private Stream<DynamicTest> cuts(String kind, int step) throws IOException {
        List<Path> flows = flows();
        return flows.stream().map(flow -> {
            int first = 1 + flows.indexOf(flow) % step;
            String url = kind + folder.toAbsolutePath().resolve("cut-" + flow.getFileName());
            return DynamicTest.dynamicTest(
                    "cut " + flow.getFileName(), () -> cuts(flow, url, EVERY ? 1 : first, EVERY ? 1 : step));
        });
    }

    private static void cuts(Path folder, String url, int first, int step) throws IOException {
        FlowDefinition flow = FlowDefinition.read(folder.resolve("flow.json"));
        List<Lead> leads = leads(folder.resolve("leads.csv"));
        CutLeads whole = new CutLeads(flow, leads, url, "whole").play(Integer.MAX_VALUE);
        assertThat(whole.events()).as("%s", whole.end()).isGreaterThanOrEqualTo(2 * LEADS);
        for (int cut = first; cut <= whole.events(); cut += step) {
            CutLeads resumed = new CutLeads(flow, leads, url, "cut" + cut).play(cut);
            assertThat(resumed.end()).as("cut after event %s", cut).isEqualTo(whole.end());
            assertThat(resumed.unaccounted()).as("cut after event %s", cut).isEmpty();
        }
    }

    private static List<Lead> leads(Path file) throws IOException {
        List<Lead> leads = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                LeadFile rows = LeadFile.open(in, new LeadForm(Optional.empty(), true), bad -> {})) {
            Iterator<Lead> all = rows.leads();
            while (all.hasNext() && leads.size() < LEADS) {
                leads.add(all.next().withKey("row-" + leads.size()));
            }
        }
        return leads;
    }
}
