package dev.sluice.cli.log;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.audit.Erased;
import dev.sluice.audit.Erasure;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.KeyFile;
import dev.sluice.cli.open.Stores;
import dev.sluice.store.Privacy;
import dev.sluice.store.Store;
import java.util.List;

/** {@code sluice erase}: forgets people, or leads. */
public final class EraseCommand implements Command {
    private final Time time;

    public EraseCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return Usage.of("erase", "WHO...", "makes what a store has of people unreadable, for good")
                .option(Stores.OPTION, Stores.ADDRESS, "the store, such as jdbc:sqlite:leads.db")
                .option(KeyFile.OPTION, "FILE", "the keys that its personal values were sealed with")
                .option("--account", "ID", "of this account; 'default' when left out")
                .flag("--leads", "WHO are ids of leads; else addresses and telephone numbers of people");
    }

    /** Status 1 when nobody was found, or something is pending. */
    @Override
    public int run(Arguments arguments, Streams streams) {
        List<String> who = arguments.operands(1, 10_000);
        String url = needed(arguments, Stores.OPTION, "--store jdbc:sqlite:leads.db");
        Privacy keys = KeyFile.open(needed(arguments, KeyFile.OPTION, "--keys leads.keys"));
        try (Store store = Stores.open(url, keys);
                Sluice sluice = Sluice.builder()
                        .store(store)
                        .account(arguments.value("--account").orElse("default"))
                        .time(time)
                        .build()) {
            Erasure erasure = Erasure.over(sluice);
            Erased erased = arguments.has("--leads") ? erasure.leads(who) : erasure.person(who);
            tell(erased, streams);
            return erased.leads().isEmpty() || erased.pending() ? 1 : 0;
        } catch (IllegalArgumentException notSomebody) {
            throw new UsageException(String.valueOf(notSomebody.getMessage()));
        }
    }

    private static String needed(Arguments arguments, String option, String example) {
        return arguments.value(option).orElseThrow(() -> new UsageException("something is missing: " + example));
    }

    private static void tell(Erased erased, Streams streams) {
        erased.leads().forEach(lead -> streams.out().print("forgotten " + LeadViews.plain(lead.id()) + "\n"));
        erased.deliveries().forEach(each -> streams.out()
                .print("delivered "
                        + LeadViews.plain(each.lead().id() + " to "
                                + each.entity() + " at " + each.at()
                                + (each.reference().isEmpty() ? "" : " as " + each.reference()))
                        + "\n"));
        erased.exports().forEach(each -> streams.out()
                .print("export " + each.id() + " " + each.type() + " at " + each.at() + "\n"));
        streams.err()
                .println("sluice: " + erased.leads().size() + " leads forgotten"
                        + (erased.pending() ? "; a reader keeps old pages, so run this again when it is gone" : ""));
    }
}
