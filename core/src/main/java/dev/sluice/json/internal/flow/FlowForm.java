package dev.sluice.json.internal.flow;

import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.DurabilityClass;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowDefinition.Environment;
import dev.sluice.flow.GateKind;
import dev.sluice.flow.OutcomeFrom;
import dev.sluice.flow.Pings;
import dev.sluice.flow.PurchasingDecisions;
import dev.sluice.flow.ResponseDefinition;
import dev.sluice.json.internal.part.AcceptanceForm;
import dev.sluice.json.internal.part.CapForm;
import dev.sluice.json.internal.part.HoursForm;
import dev.sluice.json.internal.part.MappingForm;
import dev.sluice.json.internal.part.PingLimitForm;
import dev.sluice.json.internal.part.PricingForm;
import dev.sluice.json.internal.part.PricingServiceForm;
import dev.sluice.json.internal.step.StepForm;
import dev.sluice.json.internal.step.SubFlowForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A whole flow. */
public final class FlowForm {
    public static final Vocabulary KEYS = Vocabulary.of(
                    "a flow",
                    "format",
                    "id",
                    "name",
                    "version",
                    "enabled",
                    "environment",
                    "durability",
                    "timeZone",
                    "fields",
                    "mappings",
                    "gates",
                    "hours",
                    "listChecks",
                    "purchasingDecisions",
                    "acceptanceCriteria",
                    "duplicateCheck",
                    "suppression",
                    "pricing",
                    "pricingService",
                    "caps",
                    "sharedCaps",
                    "batches",
                    "feedback",
                    "pingEnabled",
                    "pingLimits",
                    "quoteValidity",
                    "sources",
                    "steps",
                    "subFlows",
                    "outcomeFrom",
                    "response",
                    "metadata")
            .alias("timezone", "timeZone");
    static final Words<Environment> ENVIRONMENTS = Words.<Environment>of("environment", "unknown_word")
            .with(Environment.PRODUCTION, "production")
            .with(Environment.TEST, "test");
    static final Words<DurabilityClass> DURABILITIES = Words.<DurabilityClass>of("durability", "unknown_word")
            .with(DurabilityClass.MEMORY, "memory")
            .with(DurabilityClass.OS, "os")
            .with(DurabilityClass.SYNCED, "synced")
            .with(DurabilityClass.REPLICATED, "replicated");
    static final Words<OutcomeFrom> OUTCOMES = Words.<OutcomeFrom>of("source of the outcome", "unknown_word")
            .with(OutcomeFrom.END_OF_FLOW, "endOfFlow")
            .with(OutcomeFrom.ANY_DELIVERY, "anyDelivery")
            .with(OutcomeFrom.ALL_DELIVERIES, "allDeliveries");
    static final Words<GateKind> GATES = gates();
    static final int FORMAT = 1;

    private FlowForm() {}

    private static Words<GateKind> gates() {
        Words<GateKind> words = Words.of("gate", "unknown_word");
        GateKind.STANDARD.forEach(gate -> words.with(gate, gate.text()));
        return words;
    }

    public static FlowDefinition read(Node node) {
        Members members = node.members(KEYS);
        members.orNull("format", FlowForm::format);
        String id = members.text("id");
        return FlowDefinition.builder(id)
                .name(members.or("name", Node::text, id))
                .version(members.orNull("version", Node::label))
                .enabled(members.flag("enabled", true))
                .environment(members.or("environment", FlowForm::environment, Environment.PRODUCTION))
                .durability(members.or("durability", FlowForm::durability, DurabilityClass.MEMORY))
                .timeZone(members.<ZoneId>or("timeZone", Node::zone, ZoneOffset.UTC))
                .fields(members.list("fields", FieldForm::read))
                .mappings(members.list("mappings", MappingForm::read))
                .gates(members.or("gates", FlowForm::gates, GateKind.STANDARD))
                .hours(members.orNull("hours", HoursForm::read))
                .listChecks(members.or("listChecks", ListCheckForm::readAll, Map.of()))
                .decisions(members.or("purchasingDecisions", DecisionsForm::read, PurchasingDecisions.NONE))
                .acceptance(AcceptanceForm.read(members))
                .duplicateCheck(members.orNull("duplicateCheck", DuplicateForm::read))
                .suppression(members.list("suppression", SuppressionForm::read))
                .pricing(PricingForm.readWithService(members))
                .caps(members.list("caps", CapForm::entry))
                .sharedCaps(members.list("sharedCaps", CapForm::read))
                .batches(members.list("batches", BatchForm::read))
                .feedback(members.list("feedback", FeedbackForm::read))
                .pings(pings(members))
                .sources(members.list("sources", SourceForm::read))
                .steps(members.list("steps", StepForm::read))
                .subFlows(members.or("subFlows", SubFlowForm::readAll, Map.of()))
                .outcomeFrom(members.or("outcomeFrom", FlowForm::outcomeFrom, OutcomeFrom.END_OF_FLOW))
                .response(members.or("response", ResponseForm::read, ResponseDefinition.STANDARD))
                .metadata(members.or("metadata", Node::object, Obj.EMPTY))
                .build();
    }

    private static Pings pings(Members members) {
        return new Pings(
                members.flag("pingEnabled", false),
                members.list("pingLimits", PingLimitForm::read),
                members.or("quoteValidity", Node::duration, Pings.QUOTE_VALIDITY));
    }

    public static long format(Node node) {
        long format = node.integer();
        if (format != FORMAT) {
            node.faults()
                    .wrong(
                            "unknown_format",
                            node.pointer(),
                            "format " + format + " is not known here; this version reads format " + FORMAT);
        }
        return format;
    }

    private static Environment environment(Node node) {
        return node.word(ENVIRONMENTS, Environment.PRODUCTION);
    }

    private static DurabilityClass durability(Node node) {
        return node.word(DURABILITIES, DurabilityClass.MEMORY);
    }

    private static List<GateKind> gates(Node node) {
        return node.list(gate -> gate.word(GATES, GateKind.REQUIRED_FIELDS));
    }

    private static Value written(List<GateKind> gates) {
        return Arr.of(gates.stream().map(gate -> Out.text(gate.text())).toList());
    }

    private static OutcomeFrom outcomeFrom(Node node) {
        return node.word(OUTCOMES, OutcomeFrom.END_OF_FLOW);
    }

    public static Obj write(FlowDefinition flow) {
        return new Out()
                .text("id", flow.id())
                .unless(flow.id(), "name", flow.name(), Out::text)
                .text("version", flow.version())
                .flag("enabled", flow.enabled(), true)
                .unless(
                        Environment.PRODUCTION,
                        "environment",
                        flow.environment(),
                        which -> Out.text(ENVIRONMENTS.word(which)))
                .unless(
                        DurabilityClass.MEMORY,
                        "durability",
                        flow.durability(),
                        atLeast -> Out.text(DURABILITIES.word(atLeast)))
                .unless(ZoneOffset.UTC, "timeZone", flow.timeZone(), Out::zone)
                .list("fields", flow.fields(), FieldForm::write)
                .list("mappings", flow.mappings(), MappingForm::write)
                .unless(GateKind.STANDARD, "gates", flow.gates(), FlowForm::written)
                .optional("hours", flow.hours(), HoursForm::write)
                .object("listChecks", ListCheckForm.writeAll(flow.listChecks()))
                .unless(PurchasingDecisions.NONE, "purchasingDecisions", flow.decisions(), DecisionsForm::write)
                .unless(AcceptanceCriteria.ALL, "acceptanceCriteria", flow.acceptance(), AcceptanceForm::write)
                .optional("duplicateCheck", flow.duplicateCheck(), DuplicateForm::write)
                .list("suppression", flow.suppression(), SuppressionForm::write)
                .object("pricing", PricingForm.write(flow.pricing()))
                .optional("pricingService", flow.pricing().service(), PricingServiceForm::write)
                .list("caps", flow.caps(), CapForm::writeEntry)
                .list("sharedCaps", flow.sharedCaps(), CapForm::write)
                .list("batches", flow.batches(), BatchForm::write)
                .list("feedback", flow.feedback(), FeedbackForm::write)
                .flag("pingEnabled", flow.pings().enabled(), false)
                .list("pingLimits", flow.pings().limits(), PingLimitForm::write)
                .unless(Pings.QUOTE_VALIDITY, "quoteValidity", flow.pings().quoteValidity(), Out::duration)
                .list("sources", flow.sources(), SourceForm::write)
                .list("steps", flow.steps(), StepForm::write)
                .unless(Map.of(), "subFlows", flow.subFlows(), SubFlowForm::writeAll)
                .unless(
                        OutcomeFrom.END_OF_FLOW,
                        "outcomeFrom",
                        flow.outcomeFrom(),
                        what -> Out.text(OUTCOMES.word(what)))
                .unless(ResponseDefinition.STANDARD, "response", flow.response(), ResponseForm::write)
                .object("metadata", flow.metadata())
                .done();
    }
}
