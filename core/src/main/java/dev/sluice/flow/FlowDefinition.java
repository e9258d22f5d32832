package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.json.FlowJson;
import dev.sluice.types.Obj;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A flow as it is written down: who may send leads, what they look like, which are taken, at what price, and what is
 * done with them. Build one with {@link #builder}; the components may grow.
 *
 * @param id stable over all revisions
 * @param name for people; the id by default
 * @param version the author's own label, not part of the content
 * @param enabled false: every submission ends with an error and nothing is recorded
 * @param environment {@code production}, or {@code test}: then every lead is a test lead
 * @param durability what an answer must survive at least; nothing by default
 * @param timeZone of days and hours that name none; UTC by default
 * @param fields what a lead consists of, in the order of its data
 * @param mappings how names of sources become fields, for sources that say nothing else
 * @param gates in which order leads are judged; each kind once
 * @param hours when leads are taken; null for always
 * @param listChecks what is looked up in lists before a lead is judged, by name
 * @param decisions what else is looked up before a lead is judged; nothing by default
 * @param acceptance which leads are taken; all by default
 * @param duplicateCheck which leads count as repeated; null for none
 * @param suppression lists whose leads are refused
 * @param pricing what a lead costs; nothing by default
 * @param caps how many leads are taken, before the source's own caps
 * @param sharedCaps caps that sources and recipients share by naming them among their own
 * @param batches files that its recipients put leads into; other flows may use them too
 * @param feedback what it agrees about what comes back from recipients
 * @param pings whether it answers pings; no by default
 * @param sources who may send leads; at least one
 * @param steps what is done with an accepted lead, in order
 * @param subFlows sequences of steps that steps of the flow use, by name
 * @param outcomeFrom what decides the outcome of a lead that reaches the end
 * @param response what the source is told
 * @param metadata anything a host wants to keep with the flow
 */
public record FlowDefinition(
        String id,
        String name,
        @Nullable String version,
        boolean enabled,
        Environment environment,
        DurabilityClass durability,
        ZoneId timeZone,
        List<FieldDefinition> fields,
        List<MappingDefinition> mappings,
        List<GateKind> gates,
        @Nullable Hours hours,
        Map<String, ListCheck> listChecks,
        PurchasingDecisions decisions,
        AcceptanceCriteria acceptance,
        @Nullable DuplicateCheck duplicateCheck,
        List<Suppression> suppression,
        Pricing pricing,
        List<CapEntry> caps,
        List<Cap> sharedCaps,
        List<BatchDefinition> batches,
        List<FeedbackAgreement> feedback,
        Pings pings,
        List<SourceDefinition> sources,
        List<StepDefinition> steps,
        Map<String, List<StepDefinition>> subFlows,
        OutcomeFrom outcomeFrom,
        ResponseDefinition response,
        Obj metadata) {
    public FlowDefinition {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(environment, "environment");
        requireNonNull(durability, "durability");
        requireNonNull(timeZone, "timeZone");
        requireNonNull(decisions, "decisions");
        requireNonNull(acceptance, "acceptance");
        requireNonNull(pricing, "pricing");
        requireNonNull(pings, "pings");
        requireNonNull(outcomeFrom, "outcomeFrom");
        requireNonNull(response, "response");
        requireNonNull(metadata, "metadata");
        fields = List.copyOf(fields);
        mappings = List.copyOf(mappings);
        gates = List.copyOf(gates);
        listChecks = Collections.unmodifiableMap(new TreeMap<>(listChecks));
        suppression = List.copyOf(suppression);
        caps = List.copyOf(caps);
        sharedCaps = List.copyOf(sharedCaps);
        batches = List.copyOf(batches);
        feedback = List.copyOf(feedback);
        sources = List.copyOf(sources);
        steps = List.copyOf(steps);
        subFlows = copy(subFlows);
    }

    private static Map<String, List<StepDefinition>> copy(Map<String, List<StepDefinition>> subFlows) {
        Map<String, List<StepDefinition>> sorted = new TreeMap<>();
        subFlows.forEach((name, steps) -> sorted.put(name, List.copyOf(steps)));
        return Collections.unmodifiableMap(sorted);
    }

    /** Whether leads are sold or only tried out. */
    public enum Environment {
        PRODUCTION,
        TEST
    }

    /**
     * Reads a definition from a JSON file in UTF-8; see {@link FlowJson}.
     *
     * @throws dev.sluice.InvalidFlowException with everything that is wrong with it
     */
    public static FlowDefinition read(Path file) {
        return FlowJson.read(file);
    }

    /**
     * Reads a definition from JSON; see {@link FlowJson}.
     *
     * @throws dev.sluice.InvalidFlowException with everything that is wrong with it
     */
    public static FlowDefinition read(String json) {
        return FlowJson.read(json);
    }

    /** This definition as JSON, on one line with sorted keys and without defaults. */
    public String toJson() {
        return FlowJson.write(this);
    }

    /** The fields of the flow, then those that sources add, each id once. */
    public Collection<FieldDefinition> allFields() {
        Map<String, FieldDefinition> all = new LinkedHashMap<>();
        fields.forEach(field -> all.putIfAbsent(field.id(), field));
        sources.forEach(source -> source.fields().forEach(field -> all.putIfAbsent(field.id(), field)));
        return Collections.unmodifiableCollection(all.values());
    }

    /** Starts a flow that takes every lead for nothing and does nothing with it. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** A builder that holds all of this flow. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Collects the parts of a flow. The components of the record say what each part means and what
     * stands where nothing is given. A method for one element of a list adds it, one for the list puts it in place of
     * what was there. Not safe for several threads.
     */
    public static final class Builder {
        private final String id;
        private String name;
        private @Nullable String version;
        private boolean enabled = true;
        private Environment environment = Environment.PRODUCTION;
        private DurabilityClass durability = DurabilityClass.MEMORY;
        private ZoneId timeZone = ZoneOffset.UTC;
        private final List<FieldDefinition> fields = new ArrayList<>();
        private final List<MappingDefinition> mappings = new ArrayList<>();
        private List<GateKind> gates = GateKind.STANDARD;
        private @Nullable Hours hours;
        private final Map<String, ListCheck> listChecks = new TreeMap<>();
        private PurchasingDecisions decisions = PurchasingDecisions.NONE;
        private final List<Suppression> suppression = new ArrayList<>();
        private AcceptanceCriteria acceptance = AcceptanceCriteria.ALL;
        private @Nullable DuplicateCheck duplicateCheck;
        private Pricing pricing = Pricing.NONE;
        private final List<CapEntry> caps = new ArrayList<>();
        private final List<Cap> sharedCaps = new ArrayList<>();
        private final List<BatchDefinition> batches = new ArrayList<>();
        private final List<FeedbackAgreement> feedback = new ArrayList<>();
        private Pings pings = Pings.NONE;
        private final List<SourceDefinition> sources = new ArrayList<>();
        private final List<StepDefinition> steps = new ArrayList<>();
        private final Map<String, List<StepDefinition>> subFlows = new TreeMap<>();
        private OutcomeFrom outcomeFrom = OutcomeFrom.END_OF_FLOW;
        private ResponseDefinition response = ResponseDefinition.STANDARD;
        private Obj metadata = Obj.EMPTY;

        private Builder(String id) {
            this.id = requireNonNull(id, "id");
            this.name = id;
        }

        private Builder(FlowDefinition from) {
            this.id = from.id;
            this.name = from.name;
            this.version = from.version;
            this.enabled = from.enabled;
            this.environment = from.environment;
            this.durability = from.durability;
            this.timeZone = from.timeZone;
            this.fields.addAll(from.fields);
            this.mappings.addAll(from.mappings);
            this.gates = from.gates;
            this.hours = from.hours;
            this.listChecks.putAll(from.listChecks);
            this.decisions = from.decisions;
            this.suppression.addAll(from.suppression);
            this.acceptance = from.acceptance;
            this.duplicateCheck = from.duplicateCheck;
            this.pricing = from.pricing;
            this.caps.addAll(from.caps);
            this.sharedCaps.addAll(from.sharedCaps);
            this.batches.addAll(from.batches);
            this.feedback.addAll(from.feedback);
            this.pings = from.pings;
            this.sources.addAll(from.sources);
            this.steps.addAll(from.steps);
            this.subFlows.putAll(from.subFlows);
            this.outcomeFrom = from.outcomeFrom;
            this.response = from.response;
            this.metadata = from.metadata;
        }

        public Builder name(String text) {
            this.name = requireNonNull(text, "text");
            return this;
        }

        public Builder version(@Nullable String label) {
            this.version = label;
            return this;
        }

        public Builder enabled(boolean yes) {
            this.enabled = yes;
            return this;
        }

        public Builder environment(Environment which) {
            this.environment = requireNonNull(which, "which");
            return this;
        }

        /** What an answer must survive at least: a store that promises less is refused when the flow is opened. */
        public Builder durability(DurabilityClass atLeast) {
            this.durability = requireNonNull(atLeast, "atLeast");
            return this;
        }

        public Builder timeZone(ZoneId zone) {
            this.timeZone = requireNonNull(zone, "zone");
            return this;
        }

        public Builder field(FieldDefinition field) {
            fields.add(field);
            return this;
        }

        /** A field named {@code id} of the type named {@code type}. */
        public Builder field(String id, String type) {
            return field(FieldDefinition.of(id, type));
        }

        public Builder fields(List<FieldDefinition> all) {
            return replace(fields, all);
        }

        public Builder mappings(List<MappingDefinition> all) {
            return replace(mappings, all);
        }

        /** The order in which leads are judged; see {@link GateKind}. */
        public Builder gates(List<GateKind> order) {
            this.gates = List.copyOf(order);
            return this;
        }

        public Builder hours(@Nullable Hours when) {
            this.hours = when;
            return this;
        }

        /** Whether a lead is in a list, readable as {@code suppressionlist.is_<name>}. */
        public Builder listCheck(String label, ListCheck check) {
            listChecks.put(requireNonNull(label, "label"), requireNonNull(check, "check"));
            return this;
        }

        public Builder listChecks(Map<String, ListCheck> all) {
            listChecks.clear();
            listChecks.putAll(all);
            return this;
        }

        public Builder decisions(PurchasingDecisions what) {
            this.decisions = requireNonNull(what, "what");
            return this;
        }

        public Builder acceptance(AcceptanceCriteria criteria) {
            this.acceptance = requireNonNull(criteria, "criteria");
            return this;
        }

        public Builder duplicateCheck(@Nullable DuplicateCheck check) {
            this.duplicateCheck = check;
            return this;
        }

        public Builder suppression(List<Suppression> all) {
            return replace(suppression, all);
        }

        public Builder pricing(Pricing layer) {
            this.pricing = requireNonNull(layer, "layer");
            return this;
        }

        public Builder cap(CapEntry cap) {
            caps.add(cap);
            return this;
        }

        public Builder caps(List<? extends CapEntry> all) {
            return replace(caps, all);
        }

        /** A cap that sources and recipients share; see {@link SharedCap}. */
        public Builder sharedCap(Cap cap) {
            sharedCaps.add(cap);
            return this;
        }

        public Builder sharedCaps(List<Cap> all) {
            return replace(sharedCaps, all);
        }

        /** A file that recipients put leads into: a recipient with the plugin that collects names it in its settings. */
        public Builder batch(BatchDefinition batch) {
            batches.add(batch);
            return this;
        }

        public Builder batches(List<BatchDefinition> all) {
            return replace(batches, all);
        }

        /** Feedback that is taken of leads which the flow delivers. */
        public Builder feedback(FeedbackAgreement agreement) {
            feedback.add(agreement);
            return this;
        }

        public Builder feedback(List<FeedbackAgreement> all) {
            return replace(feedback, all);
        }

        public Builder pings(Pings answered) {
            this.pings = requireNonNull(answered, "answered");
            return this;
        }

        public Builder source(SourceDefinition source) {
            sources.add(source);
            return this;
        }

        /** An enabled source that needs no credential and sends the field names themselves. */
        public Builder source(String sourceId) {
            return source(SourceDefinition.of(sourceId));
        }

        public Builder sources(List<SourceDefinition> all) {
            return replace(sources, all);
        }

        public Builder step(StepDefinition step) {
            steps.add(step);
            return this;
        }

        public Builder steps(List<StepDefinition> all) {
            return replace(steps, all);
        }

        /** Steps that {@link SubFlowStep}s use under {@code label}. */
        public Builder subFlow(String label, StepDefinition... inside) {
            subFlows.put(requireNonNull(label, "label"), List.of(inside));
            return this;
        }

        public Builder subFlows(Map<String, List<StepDefinition>> all) {
            subFlows.clear();
            subFlows.putAll(all);
            return this;
        }

        public Builder outcomeFrom(OutcomeFrom what) {
            this.outcomeFrom = requireNonNull(what, "what");
            return this;
        }

        public Builder response(ResponseDefinition definition) {
            this.response = requireNonNull(definition, "definition");
            return this;
        }

        public Builder metadata(Obj data) {
            this.metadata = requireNonNull(data, "data");
            return this;
        }

        private <T> Builder replace(List<T> list, List<? extends T> all) {
            list.clear();
            list.addAll(all);
            return this;
        }

        /** The flow; nothing is checked before it is opened. */
        public FlowDefinition build() {
            return new FlowDefinition(
                    id,
                    name,
                    version,
                    enabled,
                    environment,
                    durability,
                    timeZone,
                    fields,
                    mappings,
                    gates,
                    hours,
                    listChecks,
                    decisions,
                    acceptance,
                    duplicateCheck,
                    suppression,
                    pricing,
                    caps,
                    sharedCaps,
                    batches,
                    feedback,
                    pings,
                    sources,
                    steps,
                    subFlows,
                    outcomeFrom,
                    response,
                    metadata);
        }
    }
}
