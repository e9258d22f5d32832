package dev.sluice.internal.compile;

import dev.sluice.event.Event;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.ResponseDefinition;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.internal.Calls;
import dev.sluice.internal.Completion;
import dev.sluice.internal.FlowPlan;
import dev.sluice.internal.Intake;
import dev.sluice.internal.Queued;
import dev.sluice.internal.Recall;
import dev.sluice.internal.ResponseExtras;
import dev.sluice.internal.ResponsePlan;
import dev.sluice.internal.ResponseText;
import dev.sluice.internal.SourcePlan;
import dev.sluice.internal.Steps;
import dev.sluice.internal.SubmissionKeys;
import dev.sluice.internal.batch.Collecting;
import dev.sluice.internal.caps.CapPlan;
import dev.sluice.internal.caps.KnownCaps;
import dev.sluice.internal.caps.PingPlan;
import dev.sluice.internal.digest.RequestDigests;
import dev.sluice.internal.digest.Tokens;
import dev.sluice.internal.mapping.FieldPlan;
import dev.sluice.internal.record.Engine;
import dev.sluice.internal.revision.Revision;
import dev.sluice.internal.wiring.Proof;
import dev.sluice.internal.wiring.Wiring;
import dev.sluice.rules.CompiledRules;
import dev.sluice.types.Bool;
import dev.sluice.types.FieldType;
import dev.sluice.types.Layout;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Stage;
import dev.sluice.types.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a definition that has been checked into what runs. */
public final class FlowCompiler {
    /** Beyond so many names, a section does not begin with a place for each. */
    private static final int MOST_PLACES = 256;

    private final FlowDefinition flow;
    private final Revision revision;
    private final Wiring wiring;
    private final Layout layout;
    private final Map<String, FieldPlan> fields;
    private final Pieces pieces;
    private final CapCompiler caps;
    private final GateCompiler gates;
    private final Map<String, CompiledRules> remembered = new LinkedHashMap<>();

    public FlowCompiler(FlowDefinition flow, Revision revision, Wiring wiring) {
        this.flow = flow;
        this.revision = revision;
        this.wiring = wiring;
        this.layout = FlowLayout.of(flow, wiring.types());
        this.fields = fields();
        this.pieces = new Pieces(layout, wiring, fields);
        this.caps = new CapCompiler(wiring.account(), flow, revision.caps(), pieces);
        this.gates = new GateCompiler(flow, wiring, fields, new GateCompiler.Parts(pieces, caps, remembered));
    }

    public FlowPlan compile() {
        Map<String, SourcePlan> sources = new LinkedHashMap<>();
        flow.sources().forEach(source -> sources.put(source.id(), source(source)));
        CallCompiler calls = new CallCompiler(flow, wiring, pieces, caps);
        Steps steps = new StepCompiler(flow, wiring, pieces, calls, remembered).compile();
        return new FlowPlan(
                flow.id(),
                wiring.account(),
                flow.timeZone(),
                isTest(),
                layout,
                sources,
                steps,
                new Completion(flow.outcomeFrom()),
                new Recall(flow.timeZone(), remembered, calls.contested()),
                new Calls(wiring.executor()),
                calls.mappings(),
                calls.recipients(),
                new Queued(calls.plans()),
                new SubmissionKeys(
                        wiring.account(), flow.id(), new Tokens(wiring.indexKey()), wiring.submissionKeysKept()),
                new RequestDigests(new Tokens(wiring.indexKey())),
                new KnownCaps(caps.all()),
                Collecting.of(wiring.account(), flow.batches(), wiring.batches(), new ColumnCompiler(wiring)::compile));
    }

    /** Every cap, once it is compiled. */
    public List<CapPlan> caps() {
        return caps.all();
    }

    private boolean isTest() {
        return flow.environment() == FlowDefinition.Environment.TEST;
    }

    private Map<String, FieldPlan> fields() {
        Map<String, FieldPlan> plans = new LinkedHashMap<>();
        flow.allFields().forEach(field -> plans.put(field.id(), field(field)));
        return plans;
    }

    /** The flow's fields as this source is to fill them, and those that it adds. */
    private Map<String, FieldPlan> fields(SourceDefinition source) {
        Map<String, FieldPlan> own = new LinkedHashMap<>();
        flow.fields().forEach(field -> own.put(field.id(), pieces.field(field.id())));
        source.fields().forEach(field -> own.put(field.id(), field(field)));
        source.fieldOverrides()
                .forEach(override -> own.computeIfPresent(override.field(), (id, field) -> field.with(override)));
        return own;
    }

    private FieldPlan field(FieldDefinition field) {
        FieldType type = wiring.types().named(field.type()).orElseThrow();
        ZoneId zone = field.timeZone() == null ? flow.timeZone() : field.timeZone();
        boolean plain = field.timeZone() == null
                && field.country() == null
                && field.dateOrder() == Parsing.DateOrder.MONTH_FIRST;
        return new FieldPlan(
                field.id(),
                field.label(),
                type,
                layout.shape(Section.LEAD).indexOf(field.id()),
                field.required(),
                field.defaultValue(),
                field.pii() == null ? type.pii() : field.pii(),
                field.mask(),
                plain,
                field.country() == null ? "US" : field.country(),
                zone,
                field.dateOrder());
    }

    private SourcePlan source(SourceDefinition source) {
        Map<String, FieldPlan> own = fields(source);
        Intake intake = new IntakeCompiler(wiring, layout, own).compile(flow.mappings(), source);
        return new SourcePlan(
                source,
                new Proof(wiring, flow.id(), source),
                intake,
                gates.compile(source, own),
                gates.margin(source),
                pings(source),
                response(source.response() == null ? flow.response() : source.response(), intake.understood()),
                constants(named(Section.SOURCE, source.id(), source.entity().name())),
                context(source, isTest()),
                context(source, true));
    }

    private Event.Context context(SourceDefinition source, boolean test) {
        return new Event.Context(flow.id(), revision.number(), revision.hash(), source.id(), test, Engine.VERSIONS);
    }

    private @Nullable PingPlan pings(SourceDefinition source) {
        if (!flow.pings().enabled()) {
            return null;
        }
        List<PingPlan.Limit> limits = new ArrayList<>(PingPlan.Limit.all(
                wiring.account(), "flow/" + flow.id(), flow.pings().limits(), flow.timeZone()));
        limits.addAll(PingPlan.Limit.all(
                wiring.account(), "source/" + flow.id() + "/" + source.id(), source.pingLimits(), flow.timeZone()));
        return new PingPlan(
                limits, GateCompiler.quotes(flow, source), flow.pings().quoteValidity());
    }

    private ResponsePlan response(ResponseDefinition definition, Set<String> understood) {
        List<Ref> refs = definition.fields().stream()
                .map(path -> layout.compile(path, Stage.RESPONSE))
                .toList();
        List<ResponseText> texts = definition.templates().stream()
                .map(text -> new ResponseText(
                        text,
                        pieces.rules(text.ruleSet(), Stage.RESPONSE),
                        wiring.templates().compile(text.body(), layout, Stage.RESPONSE)))
                .toList();
        return new ResponsePlan(definition, refs, new ResponseExtras(definition.include(), understood), texts);
    }

    private Scope constants(Obj source) {
        Obj lead = Obj.blank(layout.shape(Section.LEAD));
        return Scope.EMPTY
                .with(Section.LEAD, lead)
                .with(Section.DECISIONS, Obj.blank(layout.shape(Section.DECISIONS)))
                .with(Section.APPENDED, start(Section.APPENDED))
                .with(Section.STEPS, start(Section.STEPS))
                .with(Section.VARS, Obj.blank(layout.shape(Section.VARS)))
                .with(
                        Section.SUBMISSION,
                        Obj.blank(layout.shape(Section.SUBMISSION)).with("test", Bool.FALSE))
                .with(Section.ACCOUNT, named(Section.ACCOUNT, wiring.account(), wiring.account()))
                .with(Section.FLOW, flowVariable())
                .with(Section.SOURCE, source);
    }

    /**
     * What a section that fills on the way begins with: a place for each declared name, so that paths read by place. Where
     * they are very many, as among thousands of buyers, a lead meets few of them, and places are made as they are filled.
     */
    private Obj start(Section section) {
        Shape shape = layout.shape(section);
        return shape.size() > MOST_PLACES ? Obj.EMPTY : Obj.blank(shape);
    }

    private Obj flowVariable() {
        Obj variable = named(Section.FLOW, flow.id(), flow.name());
        return flow.version() == null ? variable : variable.with("version", new Text(flow.version()));
    }

    private Obj named(Section section, String id, String name) {
        Shape shape = layout.shape(section);
        return Obj.blank(shape).with("id", new Text(id)).with("name", new Text(name));
    }
}
