package dev.sluice.testkit.flow;

import dev.sluice.DeliveryReport;
import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what became of a lead. A failure prints the lead's whole way, each rule with its actual values; personal
 * values are masked.
 */
public final class SubmissionAssert extends AbstractAssert<SubmissionAssert, Submission> {
    private @Nullable DeliveryReport delivery;

    SubmissionAssert(Submission answer) {
        super(answer, SubmissionAssert.class);
    }

    /** The gates let it in. */
    public SubmissionAssert wasAccepted() {
        isNotNull();
        return accepted() ? this : fail("the lead to be accepted", "it was not: " + end());
    }

    /** A gate refused it. */
    public SubmissionAssert wasRejected() {
        isNotNull();
        return accepted() ? fail("the lead to be rejected", "it was accepted: " + end()) : this;
    }

    private boolean accepted() {
        return actual.events().stream().anyMatch(event -> event.type().equals(EventType.SOURCE_ACCEPTED));
    }

    /** It ended so. */
    public SubmissionAssert hasOutcome(Outcome outcome) {
        isNotNull();
        return actual.outcome() == outcome ? this : fail("outcome <" + outcome.text() + ">", "it is: " + end());
    }

    /** The recipient took it; what follows about a price or a reason is about this delivery. */
    public SubmissionAssert deliveredTo(String recipient) {
        return offeredTo(recipient, Outcome.SUCCESS);
    }

    /** The recipient was asked, or passed over, and it ended so; what follows is about this delivery. */
    public SubmissionAssert offeredTo(String recipient, Outcome outcome) {
        isNotNull();
        DeliveryReport found = report(recipient)
                .orElseThrow(
                        () -> error(outcome.text() + " at <" + recipient + ">", "it was offered to " + deliveries()));
        delivery = found;
        return found.outcome() == outcome
                ? this
                : fail(
                        outcome.text() + " at <" + recipient + ">",
                        "it is: " + found.outcome().text() + reason(found));
    }

    /** The recipient did not take it, or was not asked. */
    public SubmissionAssert notDeliveredTo(String recipient) {
        isNotNull();
        boolean taken = report(recipient)
                .filter(each -> each.outcome() == Outcome.SUCCESS)
                .isPresent();
        return taken ? fail("nothing to go to <" + recipient + ">", "it took the lead") : this;
    }

    private Optional<DeliveryReport> report(String recipient) {
        return actual.deliveries().stream()
                .filter(each ->
                        each.recipient().equals(recipient) || each.name().equals(recipient))
                .reduce((earlier, later) -> later);
    }

    /** The delivery that was named last earned this; without one, the lead did. */
    public SubmissionAssert atPrice(String price) {
        isNotNull();
        BigDecimal earned = delivery == null ? actual.revenue() : delivery.price();
        return earned.compareTo(new BigDecimal(price)) == 0
                ? this
                : fail("price <" + price + ">", "it is: " + earned.toPlainString());
    }

    /** The lead cost this. */
    public SubmissionAssert costs(String price) {
        isNotNull();
        return actual.price().compareTo(new BigDecimal(price)) == 0
                ? this
                : fail(
                        "the lead to cost <" + price + ">",
                        "it costs " + actual.price().toPlainString());
    }

    /** The delivery that was named last ended for this reason; without one, the lead did. */
    public SubmissionAssert forReason(String reason) {
        isNotNull();
        String why = (delivery == null ? actual.reason() : delivery.reason()).orElse("");
        return why.equals(reason) ? this : fail("reason <" + reason + ">", "it is: <" + why + ">");
    }

    /** The step ran, or the lead went through it; one that was passed over does not count. */
    public SubmissionAssert wentThrough(String step) {
        isNotNull();
        boolean ran = actual.events().stream()
                .filter(event -> event.step().filter(step::equals).isPresent())
                .anyMatch(event -> !event.type().equals(EventType.STEP_SKIPPED));
        return ran ? this : fail("the lead to go through <" + step + ">", "it did not");
    }

    /** Events of these types come in this order, others may stand between. */
    public SubmissionAssert followsPattern(String... types) {
        isNotNull();
        events().followsPattern(types);
        return this;
    }

    /** All that happened, for further assertions. */
    public EventsAssert events() {
        isNotNull();
        return new EventsAssert(actual.events(), trace());
    }

    /**
     * What became of it is what {@code file} says: outcome, reason, money, and each event with step, outcome and reason; no
     * ids, no moments, no personal values. Run with {@code -Dsnapshots.write=true} to write the file.
     */
    public SubmissionAssert matchesSnapshot(Path file) {
        isNotNull();
        try {
            if (Boolean.getBoolean("snapshots.write")) {
                Path folder = file.toAbsolutePath().getParent();
                Files.createDirectories(folder == null ? Path.of("") : folder);
                Files.writeString(file, snapshot());
            }
            if (!Files.exists(file)) {
                return fail("the snapshot " + file, "there is no such file; write it with -Dsnapshots.write=true");
            }
            String expected = Files.readString(file);
            return expected.equals(snapshot())
                    ? this
                    : fail("the snapshot " + file + "\n" + expected, "it is\n" + snapshot());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String snapshot() {
        String money = "price " + actual.price().toPlainString() + ", revenue "
                + actual.revenue().toPlainString() + "\n";
        return end() + "\n" + money
                + actual.events().stream().map(EventsAssert::line).collect(Collectors.joining());
    }

    private String end() {
        return actual.outcome().text()
                + actual.reason().map(why -> " (" + why + ")").orElse("");
    }

    private List<String> deliveries() {
        return actual.deliveries().stream()
                .map(each -> each.recipient() + ": " + each.outcome().text() + reason(each))
                .toList();
    }

    private static String reason(DeliveryReport report) {
        return report.reason().map(why -> " (" + why + ")").orElse("");
    }

    private SubmissionAssert fail(String expected, String but) {
        throw error(expected, but);
    }

    private AssertionError error(String expected, String but) {
        return failure("%s", "Expected " + expected + ", but " + but + "\n" + trace());
    }

    private String trace() {
        return "\nThe lead's way:\n" + actual.explain();
    }
}
