package dev.sluice.cli.design;

import dev.sluice.Sluice;
import dev.sluice.cli.frame.Failure;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.store.Store;
import dev.sluice.workbench.page.Page;
import dev.sluice.workbench.page.Section;
import dev.sluice.workbench.replay.Divergence;
import dev.sluice.workbench.replay.LeadDifference;
import dev.sluice.workbench.replay.ReplayReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page of recorded leads, with what would have become of them in another flow. */
final class ReplayPage {
    private static final int MOST_LEADS = 500;
    private static final List<String> HEADS = List.of("lead", "first difference at", "then", "now", "margin");

    private final FlowDefinition changed;
    private final List<List<String>> leads = new ArrayList<>();

    ReplayPage(FlowDefinition changed) {
        this.changed = changed;
    }

    /** Keeps what differs, of as many leads as a table can be read of. */
    void see(LeadDifference lead) {
        if (lead.isDifferent() && leads.size() < MOST_LEADS) {
            leads.add(List.of(
                    lead.leadId(),
                    lead.divergence().map(Divergence::step).orElse(""),
                    lead.divergence().map(Divergence::then).orElse(lead.then().text()),
                    lead.divergence().map(Divergence::now).orElse(lead.now().text()),
                    lead.margin().toPlainString()));
        }
    }

    void write(Store store, ReplayReport report, String account, Path file) {
        Page page = Page.over(Sluice.builder().store(store).account(account).build())
                .titled("Replay through " + changed.name())
                .in(changed.timeZone());
        for (ReplayReport.Table table : report.tables()) {
            String note = table.title().equals("Money") ? report.size().text().strip() : "";
            page = page.with(new Section("Replay: " + table.title(), note, table.heads(), table.rows()));
        }
        try {
            page.with(new Section("Replay: leads that differ", first(report), HEADS, leads))
                    .write(file);
        } catch (IOException unwritable) {
            throw new Failure("cannot write " + file + ": " + unwritable.getMessage());
        }
    }

    private String first(ReplayReport report) {
        return report.size().different() > leads.size() ? "The first " + leads.size() + " of them." : "";
    }
}
