package dev.sluice.internal;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.types.Arr;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead's way in words, for people: a line for each event, below it why. Shows what rules expected and found with
 * personal values masked, and which fields are invalid and why, never their content.
 */
public final class Explanation {
    private static final String INDENT = "    ";

    private final Recall recall;
    private @Nullable Scope planned;
    private final StringBuilder out = new StringBuilder(1_000);

    private Explanation(Recall recall) {
        this.recall = recall;
    }

    public static String of(List<Event> events, Recall recall) {
        Explanation explanation = new Explanation(recall);
        events.forEach(explanation::event);
        return explanation.out.toString();
    }

    private void event(Event event) {
        out.append(event.at()).append("  ").append(event.type());
        event.step().ifPresent(step -> out.append(' ').append(step));
        event.outcome().filter(outcome -> outcome != Outcome.SUCCESS).ifPresent(o -> out.append(": ")
                .append(o));
        event.reason().ifPresent(reason -> out.append(", ").append(reason));
        out.append('\n');
        money("cost", event.cost().orElse(null));
        money("revenue", event.revenue().orElse(null));
        if (event.type().family().equals("source")) {
            invalid(event.snapshot());
        }
        opening(event.facts().get("next_opening"));
        lookUps(event.facts().get("look_ups"));
        services(event.facts().get("pricing").part("services"));
        if (!event.type().equals(EventType.RECIPIENT_DELIVERY_ATTEMPT)) {
            caps(event.facts());
        }
        scores(event.facts().get("scores"));
        candidates(event.facts().get("candidates"));
        branches(event);
        if (event.type().equals(EventType.DISTRIBUTE_PLANNED)) {
            planned = event.snapshot();
        }
        recall.notMeant(event, planned == null ? event.snapshot() : planned).forEach(this::line);
        recall.decision(event).ifPresent(decision -> decision.explain().lines().forEach(this::line));
    }

    private void branches(Event event) {
        recall.branches(event).forEach(tried -> {
            line(tried.branch() + (tried.decision().passed() ? " wants it" : " does not want it"));
            tried.decision().explain().lines().forEach(text -> line("  " + text));
        });
        Value taken = event.facts().get("branch");
        if (!taken.isBlank()) {
            line("goes the way of " + taken.text());
        }
    }

    private void line(String text) {
        out.append(INDENT).append(text).append('\n');
    }

    private void money(String what, @Nullable BigDecimal amount) {
        if (amount != null && amount.signum() != 0) {
            line(what + " " + Num.of(amount).text());
        }
    }

    private void invalid(Scope snapshot) {
        Obj lead = snapshot.section(Section.LEAD);
        lead.members().forEach((name, value) -> {
            if (value instanceof Typed typed && !typed.isBlank()) {
                typed.problem().ifPresent(problem -> line(name + " is invalid: " + problem.text()));
            }
        });
    }

    private void lookUps(Value lookUps) {
        if (lookUps instanceof Arr all) {
            all.forEach(each -> {
                String reason = each.part("reason").text();
                line("look-up " + each.part("key").text() + ": "
                        + each.part("outcome").text() + (reason.isEmpty() ? "" : ", " + reason)
                        + ", " + each.part("duration_ms").text() + " ms");
            });
        }
    }

    private void opening(Value next) {
        if (!next.isBlank()) {
            line("opens next " + next.text());
        }
    }

    private void services(Value services) {
        if (services instanceof Arr all) {
            all.forEach(each -> {
                String fault = each.part("fault").text();
                line("pricing service " + each.part("service").text() + ": " + (fault.isEmpty() ? "answered" : fault));
            });
        }
    }

    private void caps(Obj facts) {
        if (facts.get("caps") instanceof Arr caps) {
            caps.forEach(this::cap);
        }
    }

    private void cap(Value cap) {
        String window = cap.part("window").text();
        line("cap " + cap.part("key").text() + (window.isEmpty() ? "" : " in the window from " + window) + ": "
                + cap.part("committed").text() + " sold, "
                + cap.part("reserved").text() + " on their way, limit "
                + cap.part("limit").text());
    }

    private void scores(Value scores) {
        if (scores instanceof Arr all) {
            all.forEach(each -> {
                String fault = each.part("fault").text();
                String score = each.part("score").text();
                line(each.part("id").text() + (fault.isEmpty() ? " scores " + score : " has no score, " + fault));
            });
        }
    }

    private void candidates(Value candidates) {
        if (candidates instanceof Arr all) {
            all.forEach(each -> {
                String reason = each.part("reason").text();
                line(each.part("id").text() + ": " + each.part("outcome").text()
                        + (reason.isEmpty() ? "" : ", " + reason));
            });
        }
    }
}
