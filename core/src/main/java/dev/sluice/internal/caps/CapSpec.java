package dev.sluice.internal.caps;

import dev.sluice.flow.Cap;
import dev.sluice.flow.CapEntry;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.internal.names.Recipients;
import dev.sluice.json.RuleJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form of a cap at its place, as far as its counts depend on it.
 *
 * @param rules a digest of its rules and of those of the caps around it
 * @param quantity what it sums up and counts
 */
public record CapSpec(String rules, String quantity, CapWindow window, ZoneId zone) {

    /** The forms of all caps of a flow by their keys, in its order. */
    public static Map<String, CapSpec> all(FlowDefinition flow) {
        Collector collector = new Collector(flow);
        flow.caps().forEach(cap -> collector.entry(cap, CapKey.flow(flow.id()), Cap.Counts.SUCCESSFUL));
        flow.sources().forEach(source -> source.caps()
                .forEach(cap -> collector.entry(cap, CapKey.source(flow.id(), source.id()), Cap.Counts.SUCCESSFUL)));
        Recipients.of(flow).forEach(recipient -> recipient
                .caps()
                .forEach(cap -> collector.entry(cap, CapKey.step(flow.id(), recipient.id()), Cap.Counts.DELIVERED)));
        flow.sharedCaps()
                .forEach(cap -> collector.cap(cap, CapKey.shared(flow.id()), collector.shared.counts(cap), ""));
        return collector.specs;
    }

    /** Walks through nested caps. */
    private static final class Collector {
        private final FlowDefinition flow;
        private final SharedCaps shared;
        private final Map<String, CapSpec> specs = new LinkedHashMap<>();

        Collector(FlowDefinition flow) {
            this.flow = flow;
            this.shared = new SharedCaps(flow);
        }

        void entry(CapEntry entry, CapKey owner, Cap.Counts usual) {
            if (entry instanceof Cap cap) {
                cap(cap, owner, usual, "");
            }
        }

        void cap(Cap cap, CapKey owner, Cap.Counts usual, String outer) {
            String rules = outer + (cap.ruleSet() == null ? "" : RuleJson.write(cap.ruleSet())) + "\n";
            Cap.Counts counts = SharedCaps.counts(cap, usual);
            ZoneId zone = cap.timeZone() == null ? flow.timeZone() : cap.timeZone();
            specs.put(
                    owner.of(cap.id()),
                    new CapSpec(digest(rules), CapRecord.quantity(cap.type(), counts), cap.window(), zone));
            cap.caps().forEach(inner -> cap(inner, owner, usual, rules));
        }

        private static String digest(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
