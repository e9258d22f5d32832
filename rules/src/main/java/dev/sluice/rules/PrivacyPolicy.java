package dev.sluice.rules;

import dev.sluice.types.MaskStyle;
import dev.sluice.types.Pii;
import dev.sluice.types.Ref;

/** How private what a path reads is. Traces and reasons show personal values masked, whatever the rule says. Safe on any thread. */
@FunctionalInterface
public interface PrivacyPolicy {

    /** The default: a declared field of the lead as its type says, anything else of the lead and all appended data personal, the rest public. */
    PrivacyPolicy BY_TYPE = DefaultPrivacy::of;

    /** How private the value at {@code ref} is. */
    Pii of(Ref ref);

    /** What is shown of the value at {@code ref} if it is not public; in part unless a policy says otherwise. */
    default MaskStyle style(Ref ref) {
        return MaskStyle.PARTIAL;
    }
}
