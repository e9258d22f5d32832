package dev.sluice.cli.log;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.audit.Cutoff;
import dev.sluice.audit.Holds;
import dev.sluice.audit.Removal;
import dev.sluice.audit.Retention;
import dev.sluice.audit.StreamKind;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.Shifted;
import dev.sluice.cli.frame.Spans;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.KeyFile;
import dev.sluice.cli.open.Stores;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code sluice purge}: empties what a store has kept for long enough, and removes whole events that are sealed. */
public final class PurgeCommand implements Command {
    private static final String HOLD = "--hold";
    private static final String RELEASE = "--release";

    private final Time time;

    public PurgeCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return Shifted.usage(Usage.of(
                        "purge",
                        "",
                        "empties leads whose time is over; with the key of its seals, removes their events"))
                .option(Stores.OPTION, Stores.ADDRESS, "the store, such as jdbc:sqlite:leads.db")
                .option(KeyFile.OPTION, "FILE", "the keys that its personal values were sealed with")
                .option("--after", "SPAN", "leads go so long after their last event; 30d when left out")
                .option("--details", "TYPES=SPAN,..", "requests and responses of these go sooner: recipient.*=7d")
                .option("--account-after", "SPAN", "exports, purges and the like of the account go after; else 30d")
                .option("--batches-after", "SPAN", "events of batches go after; 30d when left out")
                .option("--pings-after", "SPAN", "pings go after; 30d when left out")
                .option(SealKeys.OPTION, "FILE", "the secret of the seals: sealed events that are over leave the store")
                .option(HOLD, "LEAD", "purges nothing, but keeps this lead until it is released")
                .option(RELEASE, "LEAD", "purges nothing, but releases this lead")
                .option("--by", "NAME", "who holds or releases, for the record")
                .option("--reason", "TEXT", "why a lead is held, without personal values")
                .option("--account", "ID", "of this account; 'default' when left out");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        arguments.operands(0, 0);
        if (arguments.value(Stores.OPTION).isEmpty()) {
            throw new UsageException("say where the leads are: --store jdbc:sqlite:leads.db");
        }
        try (Store store = Stores.open(arguments);
                Sluice sluice = Sluice.builder()
                        .store(store)
                        .account(arguments.value("--account").orElse("default"))
                        .time(Shifted.of(arguments, time))
                        .build()) {
            if (arguments.value(HOLD).isPresent() || arguments.value(RELEASE).isPresent()) {
                hold(Holds.over(sluice), arguments);
            } else {
                purge(sluice, retention(sluice, arguments), arguments, streams);
            }
            return 0;
        } catch (IllegalArgumentException senseless) {
            throw new UsageException(String.valueOf(senseless.getMessage()));
        } catch (IllegalStateException changed) {
            throw new Failure(String.valueOf(changed.getMessage()));
        }
    }

    private static void hold(Holds holds, Arguments arguments) {
        String by = arguments.value("--by").orElse("sluice purge");
        arguments
                .value(HOLD)
                .ifPresent(lead ->
                        holds.place(lead, by, arguments.value("--reason").orElse("held")));
        arguments.value(RELEASE).ifPresent(lead -> holds.release(lead, by));
    }

    private static Retention retention(Sluice sluice, Arguments arguments) {
        Retention retention = Retention.over(
                        sluice, arguments.value("--after").map(Spans::of).orElse(Retention.STANDARD))
                .keeping(StreamKind.ACCOUNT, span(arguments, "--account-after"))
                .keeping(StreamKind.BATCH, span(arguments, "--batches-after"))
                .keeping(StreamKind.PING, span(arguments, "--pings-after"));
        for (String detail :
                arguments.value("--details").map(text -> text.split(",", -1)).orElse(new String[0])) {
            int equals = detail.indexOf('=');
            if (equals < 1) {
                throw new UsageException("say which types go after which time: --details recipient.*=7d");
            }
            retention = retention.details(detail.substring(0, equals), Spans.of(detail.substring(equals + 1)));
        }
        return retention;
    }

    private static Duration span(Arguments arguments, String option) {
        return arguments.value(option).map(Spans::of).orElse(Retention.STANDARD);
    }

    private static void purge(Sluice sluice, Retention retention, Arguments arguments, Streams streams) {
        List<StreamId> emptied = retention.purge();
        emptied.forEach(lead -> streams.out().print("purged " + LeadViews.plain(lead.id()) + "\n"));
        Optional<Cutoff> cut = arguments
                .value(SealKeys.OPTION)
                .map(SealKeys::signer)
                .flatMap(signer ->
                        Removal.over(sluice, signer, List.of(retention)).remove());
        streams.err()
                .println("sluice: " + emptied.size() + " leads purged"
                        + cut.map(where -> "; " + where).orElse(""));
    }
}
