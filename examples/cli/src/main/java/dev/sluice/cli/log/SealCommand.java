package dev.sluice.cli.log;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.audit.Seal;
import dev.sluice.audit.Seals;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.Stores;
import dev.sluice.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** {@code sluice seal}: signs which events stand in a store, for whoever verifies later. */
public final class SealCommand implements Command {
    private final Time time;

    public SealCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return Usage.of("seal", "", "signs what a store has recorded since the last seal")
                .option(Stores.OPTION, Stores.ADDRESS, "the store, such as jdbc:sqlite:leads.db")
                .option("--account", "ID", "whose seals; 'default' when left out")
                .option(SealKeys.OPTION, "FILE", "the secret, 16 bytes or more; keep it elsewhere")
                .option("--out", "FILE", "where seals are added, one a line; keep it elsewhere, too");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        arguments.operands(0, 0);
        String url = needed(arguments, Stores.OPTION, "--store jdbc:sqlite:leads.db");
        String key = needed(arguments, SealKeys.OPTION, "--key seal.key");
        Optional<Path> out = arguments.value("--out").map(Path::of);
        try (Store store = Stores.open(url);
                Sluice sluice = Sluice.builder()
                        .store(store)
                        .account(arguments.value("--account").orElse("default"))
                        .time(time)
                        .build()) {
            Seals seals = Seals.over(sluice, SealKeys.signer(key), seal -> keep(seal, out, streams));
            Optional<Seal> last = seals.seal();
            while (last.isPresent()) {
                last = seals.seal();
            }
            return 0;
        }
    }

    private static String needed(Arguments arguments, String option, String example) {
        return arguments.value(option).orElseThrow(() -> new UsageException("something is missing: " + example));
    }

    private static void keep(Seal seal, Optional<Path> out, Streams streams) {
        try {
            if (out.isPresent()) {
                Files.writeString(
                        out.get(),
                        seal.text() + "\n",
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } else {
                streams.out().print(seal.text() + "\n");
            }
            streams.err().println("sluice: " + seal);
        } catch (IOException fault) {
            throw new Failure("cannot write " + out.get());
        }
    }
}
