package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One who may send leads. Start with {@link #of} or {@link #builder}; the components may grow.
 *
 * @param id what {@code Lead.from} names
 * @param entity who it is
 * @param enabled false: its leads end with an error and nothing is recorded
 * @param authenticationRequired whether it must prove itself: by one of its keys, or before the host's authenticator when
 *     it has none
 * @param keyHashes the keys that it may prove itself by
 * @param fields what it may send beside the flow's fields; nothing comes of these names from other sources
 * @param fieldOverrides what is different about the flow's fields
 * @param mappings how its names become fields; they replace the flow's mappings of the same property
 * @param hours instead of the flow's; null for the flow's
 * @param acceptance beside the flow's: both must be satisfied
 * @param pricing before the flow's
 * @param caps after the flow's
 * @param pingLimits after the flow's
 * @param response instead of the flow's; null for the flow's
 * @param account the partner account whose leads these are, which always proves itself; null for any other source
 */
public record SourceDefinition(
        String id,
        Entity entity,
        boolean enabled,
        boolean authenticationRequired,
        List<SourceKey> keyHashes,
        List<FieldDefinition> fields,
        List<FieldOverride> fieldOverrides,
        List<MappingDefinition> mappings,
        @Nullable Hours hours,
        AcceptanceCriteria acceptance,
        Pricing pricing,
        List<CapEntry> caps,
        List<PingLimit> pingLimits,
        @Nullable ResponseDefinition response,
        @Nullable String account) {
    public SourceDefinition {
        requireNonNull(id, "id");
        requireNonNull(entity, "entity");
        requireNonNull(acceptance, "acceptance");
        requireNonNull(pricing, "pricing");
        keyHashes = List.copyOf(keyHashes);
        fields = List.copyOf(fields);
        fieldOverrides = List.copyOf(fieldOverrides);
        mappings = List.copyOf(mappings);
        caps = List.copyOf(caps);
        pingLimits = List.copyOf(pingLimits);
        authenticationRequired = authenticationRequired || account != null;
    }

    /** An enabled source that needs no key and sends the field names themselves. */
    public static SourceDefinition of(String id) {
        return builder(id).build();
    }

    /** A source that is a partner account, under that account's id. */
    public static SourceDefinition partner(String account) {
        return builder(account).account(account).build();
    }

    /** Starts an enabled source that needs no key and sends the field names themselves. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** A builder that holds all of this source. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** This source with fields of its own beside the flow's. */
    public SourceDefinition fields(FieldDefinition... own) {
        return toBuilder().fields(List.of(own)).build();
    }

    /** This source with mappings of its own. */
    public SourceDefinition mappings(MappingDefinition... own) {
        return toBuilder().mappings(List.of(own)).build();
    }

    /** This source with a price of its own. */
    public SourceDefinition pricing(Pricing own) {
        return toBuilder().pricing(own).build();
    }

    /** This source with caps of its own. */
    public SourceDefinition caps(CapEntry... own) {
        return toBuilder().caps(List.of(own)).build();
    }

    /** This source with criteria of its own. */
    public SourceDefinition acceptance(AcceptanceCriteria own) {
        return toBuilder().acceptance(own).build();
    }

    /** This source with hours of its own; {@link Hours#ALWAYS} opens it when the flow is closed. */
    public SourceDefinition hours(Hours own) {
        return toBuilder().hours(own).build();
    }

    /**
     * Collects the parts of a source. The components of the record say what each part means and what
     * stands where nothing is given. A method for one element of a list adds it, one for the list puts it in place of
     * what was there. Not safe for several threads.
     */
    public static final class Builder {
        private final String id;
        private Entity entity;
        private boolean enabled = true;
        private boolean authenticationRequired;
        private List<SourceKey> keyHashes = List.of();
        private List<FieldDefinition> fields = List.of();
        private List<FieldOverride> fieldOverrides = List.of();
        private List<MappingDefinition> mappings = List.of();
        private @Nullable Hours hours;
        private AcceptanceCriteria acceptance = AcceptanceCriteria.ALL;
        private Pricing pricing = Pricing.NONE;
        private List<CapEntry> caps = List.of();
        private List<PingLimit> pingLimits = List.of();
        private @Nullable ResponseDefinition response;
        private @Nullable String account;

        private Builder(String id) {
            this.id = requireNonNull(id, "id");
            this.entity = new Entity(id, id);
        }

        private Builder(SourceDefinition from) {
            this.id = from.id;
            this.entity = from.entity;
            this.enabled = from.enabled;
            this.authenticationRequired = from.authenticationRequired;
            this.keyHashes = from.keyHashes;
            this.fields = from.fields;
            this.fieldOverrides = from.fieldOverrides;
            this.mappings = from.mappings;
            this.hours = from.hours;
            this.acceptance = from.acceptance;
            this.pricing = from.pricing;
            this.caps = from.caps;
            this.pingLimits = from.pingLimits;
            this.response = from.response;
            this.account = from.account;
        }

        public Builder entity(Entity who) {
            this.entity = who;
            return this;
        }

        public Builder enabled(boolean yes) {
            this.enabled = yes;
            return this;
        }

        /** Whether it must prove itself. Adding a key requires it too. */
        public Builder authenticationRequired(boolean yes) {
            this.authenticationRequired = yes;
            return this;
        }

        /** Adds a key by its SHA-256 in hex, and requires authentication. */
        public Builder keyHash(String hash) {
            return key(SourceKey.of(hash));
        }

        /** Adds a key, and requires authentication. */
        public Builder key(SourceKey key) {
            List<SourceKey> more = new ArrayList<>(keyHashes);
            more.add(key);
            return keyHashes(more).authenticationRequired(true);
        }

        public Builder keyHashes(List<SourceKey> all) {
            this.keyHashes = all;
            return this;
        }

        /** What it may send beside the flow's fields. */
        public Builder fields(List<FieldDefinition> all) {
            this.fields = all;
            return this;
        }

        public Builder fieldOverrides(List<FieldOverride> all) {
            this.fieldOverrides = all;
            return this;
        }

        public Builder mappings(List<MappingDefinition> all) {
            this.mappings = all;
            return this;
        }

        public Builder hours(@Nullable Hours own) {
            this.hours = own;
            return this;
        }

        public Builder acceptance(AcceptanceCriteria own) {
            this.acceptance = own;
            return this;
        }

        public Builder pricing(Pricing own) {
            this.pricing = own;
            return this;
        }

        public Builder caps(List<? extends CapEntry> all) {
            this.caps = List.copyOf(all);
            return this;
        }

        public Builder pingLimits(List<PingLimit> all) {
            this.pingLimits = all;
            return this;
        }

        public Builder response(@Nullable ResponseDefinition own) {
            this.response = own;
            return this;
        }

        /** The partner account whose leads these are; it always proves itself. */
        public Builder account(@Nullable String id) {
            this.account = id;
            return this;
        }

        /** The source; nothing is checked before its flow is opened. */
        public SourceDefinition build() {
            return new SourceDefinition(
                    id,
                    entity,
                    enabled,
                    authenticationRequired,
                    keyHashes,
                    fields,
                    fieldOverrides,
                    mappings,
                    hours,
                    acceptance,
                    pricing,
                    caps,
                    pingLimits,
                    response,
                    account);
        }
    }
}
