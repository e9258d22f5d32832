package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One who may send leads.
 *
 * @param id what {@code Lead.from} names
 * @param entity who it is
 * @param enabled false: its leads end with an error and nothing is recorded
 * @param keyHashes SHA-256 hashes, in hex, of the keys that it may prove itself by; none lets anybody in
 * @param mappings how its names become fields; they replace the flow's mappings of the same property
 * @param hours instead of the flow's; null for the flow's
 * @param acceptance beside the flow's: both must be satisfied
 * @param pricing before the flow's
 * @param caps after the flow's
 * @param response instead of the flow's; null for the flow's
 */
public record SourceDefinition(
        String id,
        Entity entity,
        boolean enabled,
        List<String> keyHashes,
        List<MappingDefinition> mappings,
        @Nullable Hours hours,
        AcceptanceCriteria acceptance,
        Pricing pricing,
        List<CapEntry> caps,
        @Nullable ResponseDefinition response) {
    public SourceDefinition {
        requireNonNull(id, "id");
        requireNonNull(entity, "entity");
        requireNonNull(acceptance, "acceptance");
        requireNonNull(pricing, "pricing");
        keyHashes = List.copyOf(keyHashes);
        mappings = List.copyOf(mappings);
        caps = List.copyOf(caps);
    }

    /** An enabled source that needs no key and sends the field names themselves. */
    public static SourceDefinition of(String id) {
        return new SourceDefinition(
                id,
                new Entity(id, id),
                true,
                List.of(),
                List.of(),
                null,
                AcceptanceCriteria.ALL,
                Pricing.NONE,
                List.of(),
                null);
    }

    /** This source with mappings of its own. */
    public SourceDefinition mappings(MappingDefinition... own) {
        return new SourceDefinition(
                id, entity, enabled, keyHashes, List.of(own), hours, acceptance, pricing, caps, response);
    }

    /** This source with a price of its own. */
    public SourceDefinition pricing(Pricing own) {
        return new SourceDefinition(id, entity, enabled, keyHashes, mappings, hours, acceptance, own, caps, response);
    }

    /** This source with caps of its own. */
    public SourceDefinition caps(CapEntry... own) {
        return new SourceDefinition(
                id, entity, enabled, keyHashes, mappings, hours, acceptance, pricing, List.of(own), response);
    }

    /** This source with criteria of its own. */
    public SourceDefinition acceptance(AcceptanceCriteria own) {
        return new SourceDefinition(id, entity, enabled, keyHashes, mappings, hours, own, pricing, caps, response);
    }

    /** This source with hours of its own; {@link Hours#ALWAYS} opens it when the flow is closed. */
    public SourceDefinition hours(Hours own) {
        return new SourceDefinition(id, entity, enabled, keyHashes, mappings, own, acceptance, pricing, caps, response);
    }
}
