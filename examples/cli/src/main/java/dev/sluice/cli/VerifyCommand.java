package dev.sluice.cli;

import dev.sluice.cli.run.Summary;
import dev.sluice.store.StateCheck;
import dev.sluice.store.Store;

/** {@code sluice verify}: whether a store holds what its events say. */
final class VerifyCommand implements Command {
    private static final String STATE = "--state";

    @Override
    public Usage usage() {
        return Usage.of("verify", "", "whether what a store counts is what its events say")
                .option(
                        Stores.OPTION,
                        Stores.ADDRESS,
                        "the store, such as jdbc:sqlite:leads.db; nobody else writes to it")
                .flag(STATE, "counts counters, reservations, entries and open leads again from the events")
                .option("--account", "ID", "of this account; 'default' when left out");
    }

    /** Status 1 when anything differs; each difference is a line. */
    @Override
    public int run(Arguments arguments, Streams streams) {
        arguments.operands(0, 0);
        if (!arguments.has(STATE)) {
            throw new UsageException("say what to verify: --state");
        }
        String url = arguments
                .value(Stores.OPTION)
                .orElseThrow(() -> new UsageException("say where the events are: --store jdbc:sqlite:leads.db"));
        try (Store store = Stores.open(url)) {
            StateCheck.Result result =
                    StateCheck.of(store, arguments.value("--account").orElse("default"));
            result.differences().forEach(each -> streams.out().print(each + "\n"));
            streams.err().println(told(result));
            return result.isSame() ? 0 : 1;
        }
    }

    private static String told(StateCheck.Result result) {
        return "sluice: " + Summary.grouped(result.events()) + " events of " + Summary.grouped(result.leads())
                + " leads against " + Summary.grouped(result.counters()) + " counters, "
                + Summary.grouped(result.holds()) + " holds and " + Summary.grouped(result.entries()) + " entries: "
                + (result.isSame() ? "all the same" : result.differences().size() + " differ");
    }
}
