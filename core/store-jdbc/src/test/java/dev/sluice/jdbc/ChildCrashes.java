package dev.sluice.jdbc;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.Cap;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.store.Store;
import dev.sluice.store.Written;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A process that recovers, submits leads, and is gone at a named point, without a word to anybody but which point it was:
 * {@code write} and {@code written} around a write, {@code force} and {@code forced} around the wait until it is durable,
 * {@code call} and {@code called} around what a recipient does.
 */
final class ChildCrashes {
    static final List<String> POINTS = List.of("write", "written", "force", "forced", "call", "called");

    private final String point;
    private int left;

    private ChildCrashes(String point, int left) {
        this.point = point;
        this.left = left;
    }

    /** @param arguments the store, the recipient's file, the point, how often it is passed, names of leads, a fault */
    public static void main(String[] arguments) {
        ChildCrashes crash = new ChildCrashes(arguments[2], Integer.parseInt(arguments[3]));
        Path recipient = Path.of(arguments[1]);
        boolean impatient = arguments[5].equals("impatient");
        try (Sluice sluice = Sluice.builder()
                .store(crash.watching(JdbcStore.open(arguments[0]), impatient))
                .indexKey(new byte[] {1, 2, 3})
                .delivery("crm", request -> {
                    crash.at("call");
                    keep(recipient, request.delivery().key());
                    crash.at("called");
                    return DeliveryResult.success();
                })
                .delivery("full", request -> DeliveryResult.failure("No room"))
                .build()) {
            System.out.println("recovered " + sluice.recover());
            Flow flow = sluice.open(flow());
            for (int i = 0; i < 12; i++) {
                submit(flow, arguments[4] + i);
            }
            System.out.println("end");
        }
    }

    private static void submit(Flow flow, String name) {
        Submission answer = flow.submit(
                Lead.from("web").with("email", name + "@example.com").withKey(name));
        System.out.println("ack " + answer.leadId().orElse("none") + " " + answer.outcome());
        System.out.flush();
    }

    private static FlowDefinition flow() {
        return FlowDefinition.builder("f")
                .field(FieldDefinition.of("email", "email").mandatory())
                .source(SourceDefinition.of("web"))
                .cap(Cap.of("all", 1_000_000, TimeUnit.MONTH))
                .step(DistributeStep.waterfall(
                        "sell",
                        RecipientStep.to("full", "full").build(),
                        RecipientStep.to("buyer", "crm")
                                .cap(Cap.of("month", 1_000_000, TimeUnit.MONTH))
                                .build()))
                .build();
    }

    /** Exactly one line for each call, as soon as it is made. */
    private static void keep(Path file, String key) {
        try {
            Files.write(
                    file,
                    (key + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private synchronized void at(String here) {
        if (here.equals(point) && left-- == 0) {
            System.out.println("point " + here);
            System.out.flush();
            Runtime.getRuntime().halt(9);
        }
    }

    /** @param impatient the fault: nobody waits until anything is durable */
    private Store watching(Store store, boolean impatient) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, values) -> {
                    boolean isWrite = method.getName().equals("write");
                    if (isWrite) {
                        at("write");
                    }
                    Object result = invoke(store, method, values);
                    if (isWrite) {
                        at("written");
                        return watching((Written<?>) result, impatient);
                    }
                    return result;
                });
    }

    private Object watching(Written<?> written, boolean impatient) {
        return Proxy.newProxyInstance(
                Written.class.getClassLoader(), new Class<?>[] {Written.class}, (proxy, method, values) -> {
                    if (!method.getName().equals("durable")) {
                        return invoke(written, method, values);
                    }
                    at("force");
                    Object result = impatient ? written.decided() : invoke(written, method, values);
                    at("forced");
                    return result;
                });
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException fault) {
            throw fault.getCause();
        }
    }
}
