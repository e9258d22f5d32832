package dev.sluice.examples.webhooks;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.testkit.ScriptedBuyer.Reply;
import dev.sluice.delivery.testkit.ScriptedBuyerServer;
import dev.sluice.event.Event;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.http.Egress;
import dev.sluice.http.WebhookDelivery;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Five leads for two buyers on this machine. The first breaks, refuses, and loses its replies; the second takes all that it
 * gets. Prints what happened to each lead.
 */
public final class TwoBuyers {
    private static final List<String> NAMES = List.of("ann", "bob", "cid", "dee", "eve");

    private TwoBuyers() {}

    /** Started at the top of the project, or with the path of the definition. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "examples/webhooks/flow.json"), System.out);
    }

    static void run(Path definition, PrintStream out) throws IOException {
        try (ScriptedBuyerServer flaky = ScriptedBuyerServer.replying(
                        Reply.ERROR,
                        Reply.ACCEPT, // ann: broken, then sold
                        Reply.REJECT, // bob: refused, the next one gets him
                        Reply.LOSE_REPLY,
                        Reply.ACCEPT, // cid: the answer is lost, the same key again
                        Reply.LOSE_REPLY,
                        Reply.LOSE_REPLY, // dee: nobody knows, so nobody else gets her
                        Reply.SLOW,
                        Reply.ACCEPT); // eve: no answer in time, the same key again
                ScriptedBuyerServer steady = ScriptedBuyerServer.accepting();
                WebhookDelivery webhook = WebhookDelivery.builder()
                        .egress(Egress.publicOnly()
                                .allowNetwork("127.0.0.0/8")
                                .allowPort(flaky.port())
                                .allowPort(steady.port()))
                        .secrets(name -> "made-up")
                        .build();
                Sluice sluice = Sluice.builder().delivery("webhook", webhook).build()) {
            String text = Files.readString(definition)
                    .replace("https://flaky.example/leads", flaky.url())
                    .replace("https://steady.example/leads", steady.url());
            Flow flow = sluice.open(FlowDefinition.read(text));
            for (String name : NAMES) {
                Submission answer = flow.submit(
                        Lead.from("web").with("email", name + "@example.com").with("state", "TX"));
                out.println(name + ": " + answer.deliveries());
                answer.events().stream().map(TwoBuyers::line).forEach(out::println);
            }
            out.println("flaky was asked " + flaky.received().size() + " times and has "
                    + flaky.taken().size() + " leads, steady has "
                    + steady.taken().size());
        }
    }

    /** What happened, to whom, how it ended and why. */
    private static String line(Event event) {
        String tries = event.detail().get("attempts").text();
        List<String> words = new ArrayList<>();
        words.add("  " + event.type() + event.step().map(step -> " " + step).orElse(""));
        event.outcome().ifPresent(outcome -> words.add(outcome.text()));
        event.reason().ifPresent(words::add);
        if (!tries.isEmpty() && !tries.equals("1")) {
            words.add("after " + tries + " tries");
        }
        return String.join(", ", words);
    }
}
