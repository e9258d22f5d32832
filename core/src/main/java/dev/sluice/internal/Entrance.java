package dev.sluice.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.Refusal;
import dev.sluice.Submission;
import dev.sluice.Time;
import dev.sluice.types.Lead;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets leads in: the flow and the source must be known and enabled, the source must prove itself where it has to, and
 * no value may be larger than the flow keeps. A refused lead leaves no event.
 */
public final class Entrance {
    /** The largest value that is kept, in UTF-16 units. */
    static final int MAX_VALUE_LENGTH = 1 << 20;

    private final boolean enabled;
    private final Map<String, SourcePlan> sources;
    private final Time time;

    public Entrance(boolean enabled, Map<String, SourcePlan> sources, Time time) {
        this.enabled = enabled;
        this.time = time;
        this.sources = Map.copyOf(sources);
    }

    /** Either a source or a refusal. */
    public record Admission(
            @Nullable SourcePlan admitted, @Nullable Submission refused) {
        public boolean isRefused() {
            return refused != null;
        }

        public SourcePlan source() {
            return requireNonNull(admitted, "admitted");
        }

        public Submission refusal() {
            return requireNonNull(refused, "refused");
        }
    }

    public Admission admit(Lead lead) {
        if (!enabled) {
            return refuse(Refusal.FLOW_DISABLED);
        }
        SourcePlan source = sources.get(lead.source());
        if (source == null) {
            return refuse(Refusal.SOURCE_UNKNOWN);
        }
        if (!source.definition().enabled()) {
            return refuse(Refusal.SOURCE_DISABLED);
        }
        Refusal unproven = source.proof().refusal(lead, time);
        if (unproven != null) {
            return refuse(unproven);
        }
        if (lead.key().filter(key -> !SubmissionKeys.isValid(key)).isPresent()) {
            return refuse(Refusal.SUBMISSION_KEY_INVALID);
        }
        String fault = oversize(lead);
        return fault == null
                ? new Admission(source, null)
                : new Admission(null, Submission.refused(Refusal.VALUE_TOO_LONG, fault));
    }

    private static Admission refuse(Refusal why) {
        return new Admission(null, Submission.refused(why));
    }

    private static @Nullable String oversize(Lead lead) {
        if (lead.longestText() <= MAX_VALUE_LENGTH) {
            return null;
        }
        int place = 0;
        while (alone(lead, place).longestText() <= MAX_VALUE_LENGTH) {
            place++;
        }
        return "Value " + (place + 1) + " is longer than " + MAX_VALUE_LENGTH + " characters";
    }

    private static Lead alone(Lead lead, int place) {
        return Lead.from(lead.source()).with(lead.name(place), lead.value(place));
    }
}
