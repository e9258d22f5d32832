package dev.sluice.jdbc;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.testkit.Race;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One of two processes that submit the same leads at the same time, and what became of each. */
final class ChildFlows {
    static final int CAP = 100;

    private ChildFlows() {}

    public static void main(String[] arguments) throws IOException {
        int threads = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        try (Sluice sluice = Sluice.builder()
                .store(JdbcStore.open(arguments[0]))
                .indexKey(new byte[] {1, 2, 3})
                .delivery("buyer", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .build()) {
            List<String> all = new ArrayList<>();
            List<Work> work = work(sluice, arguments[1]);
            System.out.println("ready");
            System.in.read();
            Race.run(threads, t -> () -> {
                        List<String> said = new ArrayList<>();
                        for (int i = 0; i < rounds; i++) {
                            String lead = t + "_" + i;
                            work.forEach(each -> said.add(each.submit(lead)));
                        }
                        return said;
                    })
                    .forEach(all::addAll);
            all.forEach(System.out::println);
        }
    }

    /** One kind of lead. */
    private interface Work {
        String submit(String name);
    }

    private static List<Work> work(Sluice sluice, String process) {
        Flow capped =
                sluice.open(flow("capped").cap(Cap.of("day", CAP, TimeUnit.DAY)).build());
        Flow once = sluice.open(flow("once")
                .duplicateCheck(new DuplicateCheck(
                        List.of("email"), new Window(30, TimeUnit.DAY), DuplicateCheck.Scope.FLOW, null))
                .build());
        Flow keyed = sluice.open(flow("keyed").build());
        return List.of(
                name -> say("capped", name, capped.submit(lead(process + name))),
                name -> say("once", name, once.submit(lead(name))),
                name -> say("keyed", name, keyed.submit(lead(name).withKey("key_" + name))));
    }

    private static FlowDefinition.Builder flow(String id) {
        return FlowDefinition.builder(id)
                .field(FieldDefinition.of("email", "email").mandatory())
                .source(SourceDefinition.of("web"))
                .step(RecipientStep.to("premier", "buyer").build());
    }

    private static Lead lead(String name) {
        return Lead.from("web").with("email", name + "@example.com");
    }

    private static String say(String kind, String name, Submission submission) {
        return kind + " " + name + " " + (kind.equals("keyed") ? submission.status() : submission.outcome()) + " "
                + submission.leadId();
    }
}
