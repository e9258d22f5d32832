package dev.sluice.cli.log;

import dev.sluice.audit.LogCheck;
import dev.sluice.audit.Seal;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Columns;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.Stores;
import dev.sluice.store.StateCheck;
import dev.sluice.store.Store;
import java.util.Optional;

/** {@code sluice verify}: whether a log is as it was written, and whether a store holds what its events say. */
public final class VerifyCommand implements Command {
    private static final String STATE = "--state";

    @Override
    public Usage usage() {
        return Usage.of("verify", "", "whether a store's events are as they were written")
                .option(
                        Stores.OPTION,
                        Stores.ADDRESS,
                        "the store, such as jdbc:sqlite:leads.db; nobody else writes to it")
                .option(SealKeys.OPTION, "FILE", "the secret of its seals, so that their signatures are checked")
                .option("--seals", "FILE", "seals that were kept elsewhere; the last one must be in the store")
                .flag(STATE, "counts counters, reservations, entries and open leads again from the events instead")
                .option("--account", "ID", "of this account; 'default' when left out");
    }

    /** Status 1 when anything differs; each difference is a line. */
    @Override
    public int run(Arguments arguments, Streams streams) {
        arguments.operands(0, 0);
        String url = arguments
                .value(Stores.OPTION)
                .orElseThrow(() -> new UsageException("say where the events are: --store jdbc:sqlite:leads.db"));
        String account = arguments.value("--account").orElse("default");
        try (Store store = Stores.open(url)) {
            return arguments.has(STATE) ? state(store, account, streams) : log(store, account, arguments, streams);
        }
    }

    private static int log(Store store, String account, Arguments arguments, Streams streams) {
        Optional<Seal> kept = arguments.value("--seals").map(SealKeys::last);
        LogCheck check =
                LogCheck.of(store, account, arguments.value(SealKeys.OPTION).map(SealKeys::signer), kept);
        check.breaches().forEach(each -> streams.out().print(LeadViews.plain(each.toString()) + "\n"));
        streams.err().println(told(check));
        return check.isIntact() ? 0 : 1;
    }

    private static String told(LogCheck check) {
        return "sluice: " + Columns.grouped(check.events()) + " events of " + Columns.grouped(check.streams())
                + " streams, " + Columns.grouped(check.sealed()) + " of them under " + check.seals() + " seals, "
                + Columns.grouped(check.emptied()) + " emptied on record: "
                + (check.isIntact()
                        ? "all as they were written"
                        : check.breaches().size() + " breaches");
    }

    private static int state(Store store, String account, Streams streams) {
        StateCheck.Result result = StateCheck.of(store, account);
        result.differences().forEach(each -> streams.out().print(each + "\n"));
        streams.err().println(told(result));
        return result.isSame() ? 0 : 1;
    }

    private static String told(StateCheck.Result result) {
        return "sluice: " + Columns.grouped(result.events()) + " events of " + Columns.grouped(result.leads())
                + " leads against " + Columns.grouped(result.counters()) + " counters, "
                + Columns.grouped(result.holds()) + " holds and " + Columns.grouped(result.entries()) + " entries: "
                + (result.isSame() ? "all the same" : result.differences().size() + " differ");
    }
}
