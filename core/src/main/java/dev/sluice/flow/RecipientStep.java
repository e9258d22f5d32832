package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.RuleSet;
import dev.sluice.types.Obj;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the lead to somebody. Also one of the candidates of a distribution. Build one with {@link #to}.
 *
 * @param id unique in the flow
 * @param name for people; null for the id
 * @param enabled false: the step is passed over
 * @param ruleSet which leads it gets; null for all
 * @param entity who gets them; null when nobody is named
 * @param plugin the name under which the host has wired the delivery
 * @param key where data of the answer stands: {@code appended.<key>.<name>}
 * @param mappings what is sent
 * @param config settings of the plugin
 * @param timeout how long an answer may take; 30 seconds by default
 * @param hours when it takes leads; null for always
 * @param caps how many leads it gets
 * @param pricing what it pays; earned only when it takes the lead
 * @param standing how it stands among the candidates of a distribution; of no account elsewhere
 * @param billable false for messages of one's own: it never pays, and says nothing about the lead's outcome
 * @param recovery what becomes of a delivery that a crash has cut off; it is sent again by default
 * @param retry how a delivery that broke is tried again; null for not at all
 */
public record RecipientStep(
        String id,
        @Nullable String name,
        boolean enabled,
        @Nullable RuleSet ruleSet,
        @Nullable Entity entity,
        String plugin,
        String key,
        List<MappingDefinition> mappings,
        Obj config,
        Duration timeout,
        @Nullable Hours hours,
        List<CapEntry> caps,
        Pricing pricing,
        Standing standing,
        boolean billable,
        Recovery recovery,
        @Nullable Retry retry)
        implements CallStep {
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    public RecipientStep {
        requireNonNull(id, "id");
        requireNonNull(plugin, "plugin");
        requireNonNull(key, "key");
        requireNonNull(config, "config");
        requireNonNull(timeout, "timeout");
        requireNonNull(pricing, "pricing");
        requireNonNull(standing, "standing");
        requireNonNull(recovery, "recovery");
        mappings = List.copyOf(mappings);
        caps = List.copyOf(caps);
    }

    /** Starts a recipient that gets every lead for nothing. */
    public static Builder to(String id, String plugin) {
        return new Builder(id, plugin);
    }

    /** The entity's name, or the step's. */
    public String recipientName() {
        return entity == null ? label() : entity.name();
    }

    /** This recipient under another id, still called what it was called. */
    public RecipientStep as(String other) {
        return new RecipientStep(
                other, label(), enabled, ruleSet, entity, plugin, key, mappings, config, timeout, hours, caps, pricing,
                standing, billable, recovery, retry);
    }

    @Override
    public String kind() {
        return billable ? "recipient" : "notify";
    }

    /**
     * Collects the parts of a recipient. The components of the record say what each part means and what
     * stands where nothing is given. A method for one element of a list adds it, one for the list puts it in place of
     * what was there. Not safe for several threads.
     */
    public static final class Builder {
        private final String id;
        private final String plugin;
        private @Nullable String name;
        private boolean enabled = true;
        private @Nullable RuleSet ruleSet;
        private @Nullable Entity entity;
        private @Nullable String key;
        private List<MappingDefinition> mappings = List.of();
        private Obj config = Obj.EMPTY;
        private Duration timeout = DEFAULT_TIMEOUT;
        private @Nullable Hours hours;
        private final List<CapEntry> caps = new ArrayList<>();
        private Pricing pricing = Pricing.NONE;
        private Standing standing = Standing.EQUAL;
        private boolean billable = true;
        private Recovery recovery = Recovery.RESEND;
        private @Nullable Retry retry;

        private Builder(String id, String plugin) {
            this.id = requireNonNull(id, "id");
            this.plugin = requireNonNull(plugin, "plugin");
        }

        public Builder name(@Nullable String text) {
            this.name = text;
            return this;
        }

        public Builder enabled(boolean yes) {
            this.enabled = yes;
            return this;
        }

        public Builder when(@Nullable RuleSet rules) {
            this.ruleSet = rules;
            return this;
        }

        public Builder entity(@Nullable Entity who) {
            this.entity = who;
            return this;
        }

        /** Where data of the answer stands; made of the entity's name, else the id, by default. */
        public Builder key(String text) {
            this.key = requireNonNull(text, "text");
            return this;
        }

        public Builder mappings(List<MappingDefinition> all) {
            this.mappings = List.copyOf(all);
            return this;
        }

        /** One more mapping: {@code template}, rendered, at the path {@code property} of what is sent. */
        public Builder map(String property, String template) {
            List<MappingDefinition> more = new ArrayList<>(mappings);
            more.add(MappingDefinition.of(property, template));
            return mappings(more);
        }

        public Builder config(Obj settings) {
            this.config = requireNonNull(settings, "settings");
            return this;
        }

        public Builder timeout(Duration length) {
            this.timeout = requireNonNull(length, "length");
            return this;
        }

        /** When it takes leads; outside of them it is passed over. */
        public Builder hours(@Nullable Hours open) {
            this.hours = open;
            return this;
        }

        public Builder cap(CapEntry cap) {
            caps.add(cap);
            return this;
        }

        public Builder caps(List<? extends CapEntry> all) {
            caps.clear();
            caps.addAll(all);
            return this;
        }

        public Builder pricing(Pricing layer) {
            this.pricing = requireNonNull(layer, "layer");
            return this;
        }

        public Builder standing(Standing among) {
            this.standing = requireNonNull(among, "among");
            return this;
        }

        /** A message of one's own: never pays, and says nothing about the lead's outcome. */
        public Builder notBillable() {
            this.billable = false;
            return this;
        }

        /** What becomes of a delivery that a crash has cut off. */
        public Builder recovery(Recovery what) {
            this.recovery = requireNonNull(what, "what");
            return this;
        }

        /** How a delivery that broke is tried again; by default it is not. */
        public Builder retry(@Nullable Retry how) {
            this.retry = how;
            return this;
        }

        public RecipientStep build() {
            String place = key == null ? Entity.key(entity, id) : key;
            return new RecipientStep(
                    id, name, enabled, ruleSet, entity, plugin, place, mappings, config, timeout, hours, caps, pricing,
                    standing, billable, recovery, retry);
        }
    }
}
