package dev.sluice.partner;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.SourceDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why leads of a partner do not come.
 *
 * @param account the side that misses them
 */
record Diagnosis(Bond bond, String account, Instant now) {

    /** One sentence for each obstacle, and what to do about it. */
    List<String> of(FlowDefinition flow) {
        List<String> found = new ArrayList<>();
        state().ifPresent(found::add);
        Optional<String> partner = bond.other(account);
        if (partner.isPresent()) {
            if (!bond.maySend(partner.get())) {
                found.add("The relation does not let the partner send leads; propose another relation.");
            }
            found.addAll(of(flow, partner.get()));
        }
        return found;
    }

    private Optional<String> state() {
        String sentence =
                switch (bond.stateAt(now)) {
                    case ACTIVE -> null;
                    case PENDING -> "The invitation is not accepted yet; it expires at " + bond.expiresAt() + ".";
                    case EXPIRED -> "The invitation expired at " + bond.expiresAt() + "; send it again.";
                    case PAUSED ->
                        account.equals(bond.pausedBy())
                                ? "You have paused the connection; resume it."
                                : "The partner has paused the connection.";
                    case DECLINED -> "The invitation was declined.";
                    case CANCELLED -> "The invitation was taken back.";
                    case REVOKED -> "The connection is revoked; send a new invitation.";
                };
        return Optional.ofNullable(sentence);
    }

    private List<String> of(FlowDefinition flow, String partner) {
        List<String> found = new ArrayList<>();
        if (!flow.enabled()) {
            found.add("Flow " + flow.id() + " is disabled.");
        }
        Optional<SourceDefinition> source = flow.sources().stream()
                .filter(one -> partner.equals(one.account()))
                .findFirst();
        if (source.isEmpty()) {
            found.add("Flow " + flow.id() + " has no source whose 'account' is " + partner + "; add one.");
        } else if (!source.get().enabled()) {
            found.add("Source " + source.get().id() + " of flow " + flow.id() + " is disabled.");
        }
        if (bond.keys().stream().noneMatch(key -> key.holder().equals(partner) && !key.isOver(now))) {
            found.add("The partner has no valid key; it needs one to submit from outside, and none to sell to you by a"
                    + " buyer step.");
        }
        return found;
    }
}
