package dev.sluice.cli.run;

import dev.sluice.Flow;
import dev.sluice.PingResult;
import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.leads.LeadFile;
import dev.sluice.cli.leads.LeadForm;
import dev.sluice.cli.open.Flows;
import dev.sluice.cli.open.Stores;
import dev.sluice.cli.stub.Stubs;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Store;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** {@code sluice ping}: what leads would cost before anybody says who they are. */
public final class PingCommand implements Command {
    private static final String SOURCE = "--source";
    private static final String NOW = "--now";

    private final Time time;

    public PingCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "ping",
                        "FLOW.json PINGS.csv|PINGS.jsonl",
                        "what a flow bids for leads; a line for each ping, and a summary")
                .option(
                        Stores.OPTION,
                        Stores.ADDRESS,
                        "keep the bids there, so that leads of a later run may name them")
                .option(SOURCE, "ID", "the source of pings that name none")
                .flag(NOW, "ping now by the wall clock, instead of when submitted_at says")
                .option(Flows.STUB, "NAMES", Flows.STUB_SUMMARY);
    }

    /** Status 1 when a line held no ping, or the store failed. */
    @Override
    public int run(Arguments arguments, Streams streams) {
        Path flow = Path.of(arguments.operands(1, 2).get(0));
        Store store = Stores.open(arguments.value(Stores.OPTION));
        Time clock = arguments.has(NOW) ? time : new RecordedTime(time.instant());
        Sluice.Builder wired = Stubs.wire(Sluice.builder(), clock, Flows.stubs(arguments))
                .store(store)
                .time(clock)
                .ids(new NumberedIds(StoredSoFar.in(store.events()).pings()));
        try (Sluice sluice = wired.build()) {
            return run(Flows.open(sluice, flow), arguments, streams);
        }
    }

    private static int run(Flow flow, Arguments arguments, Streams streams) {
        LeadForm form = new LeadForm(arguments.value(SOURCE), !arguments.has(NOW));
        BadLines bad = new BadLines(streams.err()::println);
        Optional<Path> file = arguments.file(1);
        try (InputStream in = file.isPresent() ? Files.newInputStream(file.get()) : streams.in();
                LeadFile pings = LeadFile.open(in, form, bad)) {
            PingTally tally = pingAll(flow, pings.leads(), streams);
            streams.err().print(tally.table());
            return bad.count() > 0 || tally.isUnsettled() ? 1 : 0;
        } catch (IOException unreadable) {
            throw new UsageException("cannot read " + unreadable.getMessage());
        }
    }

    private static PingTally pingAll(Flow flow, Iterator<Lead> pings, Streams streams) {
        PingTally tally = new PingTally();
        while (pings.hasNext()) {
            PingResult answer = flow.ping(pings.next());
            tally.add(answer);
            streams.out().print(ValueJson.write(PingJson.of(answer)) + "\n");
            streams.out().flush();
        }
        return tally;
    }
}
