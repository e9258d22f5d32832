package dev.sluice.cli.work;

import dev.sluice.Settled;
import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.Flows;
import dev.sluice.cli.open.Stores;
import dev.sluice.cli.open.Web;
import dev.sluice.cli.stub.Stubs;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.json.EventJson;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code sluice redeliver} and {@code sluice settle}: deliveries after their lead has come to its end. */
public final class LaterCommand implements Command {
    private static final String BY = "--by";
    private static final String GIVEN = "--given";
    private static final String REASON = "--reason";
    private static final String PRICE = "--price";
    private static final String REFERENCE = "--reference";
    private static final String ASK = "ask";

    private final Time time;
    private final Usage usage;

    private LaterCommand(Time time, Usage usage) {
        this.time = time;
        this.usage =
                Web.usage(usage.option(Stores.OPTION, Stores.ADDRESS, "where the lead is, such as jdbc:sqlite:leads.db")
                        .option(BY, "NAME", "who does it; 'sluice' when left out")
                        .option(Flows.STUB, "NAMES", Flows.STUB_SUMMARY));
    }

    public static LaterCommand redeliver(Time time) {
        Usage usage = Usage.of("redeliver", "LEAD RECIPIENT", "delivers a lead anew, under a new key")
                .option(GIVEN, "NAME=VALUE,...", "secret values, which were kept only until the lead's end");
        return new LaterCommand(time, usage);
    }

    public static LaterCommand settle(Time time) {
        Usage usage = Usage.of(
                        "settle", "LEAD RECIPIENT success|failure|ask", "says what became of an unknown delivery")
                .option(REASON, "TEXT", "why it failed")
                .option(PRICE, "AMOUNT", "what the recipient pays, where it names the price")
                .option(REFERENCE, "ID", "the recipient's own id of the lead");
        return new LaterCommand(time, usage);
    }

    @Override
    public Usage usage() {
        return usage;
    }

    /** A line for each event; status 1 when nothing was done. */
    @Override
    public int run(Arguments arguments, Streams streams) {
        boolean settles = usage.name().equals("settle");
        List<String> words = settles ? arguments.operands(3, 3) : arguments.operands(2, 2);
        String url = arguments
                .value(Stores.OPTION)
                .orElseThrow(() -> new UsageException("say where the lead is: --store jdbc:sqlite:leads.db"));
        try (Web web = Web.of(arguments);
                Sluice sluice = Stubs.wire(web.wiring().apply(Sluice.builder()), time, Flows.stubs(arguments))
                        .store(Stores.open(url))
                        .time(time)
                        .build()) {
            Settled settled = settles ? settled(sluice, words, arguments) : again(sluice, words, arguments);
            settled.events()
                    .forEach(event -> streams.out().print(EventJson.masked().write(event) + "\n"));
            if (settled.fate() == Settled.Fate.DONE) {
                return 0;
            }
            String missing = settled.missing().isEmpty() ? "" : ": " + String.join(", ", settled.missing());
            streams.err().println("sluice: nothing was done. " + settled.reason() + missing);
            return 1;
        }
    }

    private static String by(Arguments arguments) {
        return arguments.value(BY).filter(name -> !name.isBlank()).orElse("sluice");
    }

    private static Settled again(Sluice sluice, List<String> words, Arguments arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String pair : arguments.value(GIVEN).orElse("").split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                given.put(pair.substring(0, equals), pair.substring(equals + 1));
            } else if (!pair.isBlank()) {
                throw new UsageException("--given is NAME=VALUE, several with commas between");
            }
        }
        return sluice.deliveries().redeliver(words.get(0), words.get(1), given, by(arguments));
    }

    private static Settled settled(Sluice sluice, List<String> words, Arguments arguments) {
        if (words.get(2).equals(ASK)) {
            return sluice.deliveries().query(words.get(0), words.get(1));
        }
        return sluice.deliveries().settle(words.get(0), words.get(1), answer(words.get(2), arguments), by(arguments));
    }

    private static DeliveryResult answer(String word, Arguments arguments) {
        DeliveryResult answer =
                switch (word) {
                    case "success" -> DeliveryResult.success();
                    case "failure" ->
                        DeliveryResult.failure(arguments.value(REASON).orElse("Did not arrive"));
                    default -> throw new UsageException("'" + word + "' is none of success, failure and ask");
                };
        answer = arguments.value(REFERENCE).isPresent()
                ? answer.reference(arguments.value(REFERENCE).get())
                : answer;
        try {
            return arguments.value(PRICE).isPresent()
                    ? answer.price(new BigDecimal(arguments.value(PRICE).get()))
                    : answer;
        } catch (NumberFormatException noAmount) {
            throw new UsageException("--price is an amount such as 25.00");
        }
    }
}
