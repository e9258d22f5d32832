package dev.sluice.event;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * Which types a query asks for: a name, or part of one with {@code *} for any text: {@code recipient.*}. Names that older
 * documents use are turned into ours.
 *
 * @param text the name, or the pattern
 */
public record TypePattern(String text) {
    private static final Map<String, EventType> OTHER_NAMES = Map.ofEntries(
            entry("lead_submitted", EventType.SOURCE_SUBMITTED),
            entry("lead.received", EventType.SOURCE_SUBMITTED),
            entry("received", EventType.SOURCE_SUBMITTED),
            entry("accepted", EventType.SOURCE_ACCEPTED),
            entry("lead.accepted", EventType.SOURCE_ACCEPTED),
            entry("rejected", EventType.SOURCE_REJECTED),
            entry("lead.rejected", EventType.SOURCE_REJECTED),
            entry("enhanced", EventType.ENHANCEMENT_SUCCESS),
            entry("enhancement.failed", EventType.ENHANCEMENT_FAILURE),
            entry("delivered", EventType.RECIPIENT_DELIVERED),
            entry("lead.delivered", EventType.RECIPIENT_DELIVERED),
            entry("lead.failed", EventType.RECIPIENT_FAILED),
            entry("feedback-received", EventType.named("feedback.received")),
            entry("feedback.returned", EventType.named("feedback.received")),
            entry("recipient.feedback", EventType.named("feedback.received")),
            entry("lead.converted", EventType.named("feedback.received")),
            entry("feedback-sent", EventType.named("feedback.sent")),
            entry("timeout.error", EventType.named("error.occurred")));

    public TypePattern {
        EventType known = OTHER_NAMES.get(requireNonNull(text, "text"));
        text = known == null ? text : known.text();
    }

    /** Whether it stands for more than one type. */
    public boolean isOpen() {
        return text.indexOf('*') >= 0;
    }

    /** Whether it stands for the type called {@code name}. */
    public boolean matches(String name) {
        return isOpen() ? matches(name, 0, 0) : text.equals(name);
    }

    /** Whether the rest of the name fits the rest of the pattern; goes back to the last star only, so it takes no time. */
    private boolean matches(String name, int fromName, int fromText) {
        int n = fromName;
        int t = fromText;
        int star = -1;
        int afterStar = 0;
        while (n < name.length()) {
            if (t < text.length() && text.charAt(t) == '*') {
                star = t++;
                afterStar = n;
            } else if (t < text.length() && text.charAt(t) == name.charAt(n)) {
                n++;
                t++;
            } else if (star >= 0) {
                t = star + 1;
                n = ++afterStar;
            } else {
                return false;
            }
        }
        return text.substring(t).chars().allMatch(c -> c == '*');
    }
}
