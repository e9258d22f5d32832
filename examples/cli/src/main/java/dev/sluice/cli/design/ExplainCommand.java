package dev.sluice.cli.design;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.Time;
import dev.sluice.audit.PersonalReading;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.leads.BadLine;
import dev.sluice.cli.leads.LeadFile;
import dev.sluice.cli.leads.LeadForm;
import dev.sluice.cli.open.Flows;
import dev.sluice.cli.open.KeyFile;
import dev.sluice.cli.open.Roles;
import dev.sluice.cli.open.Stores;
import dev.sluice.cli.run.RecordedTime;
import dev.sluice.cli.stub.Stubs;
import dev.sluice.event.Reader;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** {@code sluice explain}: what would become of a lead, and why, without any effect. */
public final class ExplainCommand implements Command {
    private static final String SOURCE = "--source";
    private static final String NOW = "--now";
    private static final String LEAD = "--lead";

    private final Time time;

    public ExplainCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return Roles.in(Usage.of(
                        "explain",
                        "FLOW.json LEAD.json",
                        "what would become of a lead and why, in words; nothing is recorded")
                .option(SOURCE, "ID", "the source of a lead that names none")
                .flag(NOW, "as if submitted now, whatever the lead says")
                .option(Stores.OPTION, Stores.ADDRESS, "with --lead: a recorded lead instead, from this store")
                .option(KeyFile.OPTION, "FILE", "the keys that its personal values were sealed with")
                .option(LEAD, "ID", "the recorded lead; who sees its personal values is put on record there")
                .option("--account", "ID", "of this account; 'default' when left out")
                .option(Flows.STUB, "NAMES", Flows.STUB_SUMMARY));
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        Path file = Path.of(arguments.operands(1, 2).get(0));
        LeadForm form = new LeadForm(arguments.value(SOURCE), !arguments.has(NOW));
        Time clock = arguments.has(NOW) ? time : new RecordedTime(time.instant());
        Reader reader = Reader.of("sluice explain", Roles.of(arguments));
        Sluice.Builder wired = Stubs.wire(Sluice.builder().time(clock), clock, Flows.stubs(arguments));
        try (Sluice sluice = wired.build()) {
            Flow flow = Flows.open(sluice, file);
            if (arguments.value(LEAD).isPresent()) {
                streams.out().print(recorded(arguments, flow, reader));
                return 0;
            }
            for (Lead lead : leads(arguments, form, streams)) {
                Submission answer = flow.preview(lead);
                boolean reached = !answer.events().isEmpty();
                streams.out().print(reached ? flow.explain(answer.events(), reader) : answer.explain());
            }
            return 0;
        }
    }

    /** The flow is open elsewhere: the store of the lead gets nothing of it. */
    private String recorded(Arguments arguments, Flow flow, Reader reader) {
        if (arguments.value(Stores.OPTION).isEmpty()) {
            throw new UsageException("say where the lead is: --store jdbc:sqlite:leads.db");
        }
        String account = arguments.value("--account").orElse("default");
        StreamId lead = new StreamId(account, arguments.value(LEAD).orElseThrow());
        try (Sluice sluice = Sluice.builder()
                .store(Stores.open(arguments))
                .account(account)
                .time(time)
                .build()) {
            String words = PersonalReading.over(sluice, reader).explain(flow, lead);
            if (words.isEmpty()) {
                throw new Failure("there is no lead '" + lead.id() + "' in this store");
            }
            return words;
        }
    }

    private static List<Lead> leads(Arguments arguments, LeadForm form, Streams streams) {
        List<BadLine> bad = new ArrayList<>();
        List<Lead> leads = new ArrayList<>();
        try (LeadFile file = LeadFile.open(onOneLine(arguments, streams), form, bad::add)) {
            for (Iterator<Lead> all = file.leads(); all.hasNext(); ) {
                leads.add(all.next());
            }
        } catch (IOException unreadable) {
            throw new UsageException("cannot read " + unreadable.getMessage());
        }
        if (!bad.isEmpty()) {
            throw new Failure("line " + bad.get(0).line() + " holds no lead: "
                    + bad.get(0).why());
        }
        return leads;
    }

    /** One lead may be written over several lines, which JSON lines may not. */
    private static InputStream onOneLine(Arguments arguments, Streams streams) throws IOException {
        byte[] bytes = arguments.file(1).isPresent()
                ? Files.readAllBytes(arguments.file(1).get())
                : streams.in().readAllBytes();
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        boolean one = text.startsWith("{")
                && text.lines().filter(line -> line.startsWith("{")).count() == 1;
        return one
                ? new ByteArrayInputStream(
                        text.lines().collect(Collectors.joining(" ")).getBytes(StandardCharsets.UTF_8))
                : new ByteArrayInputStream(bytes);
    }
}
