package dev.sluice.internal;

import dev.sluice.flow.RecipientStep;
import dev.sluice.internal.batch.Collecting;
import dev.sluice.internal.caps.KnownCaps;
import dev.sluice.internal.digest.RequestDigests;
import dev.sluice.internal.mapping.OutboundMapping;
import dev.sluice.types.Layout;
import dev.sluice.types.Lead;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * A flow, compiled once when it opens: everything that a lead meets on its way. Immutable.
 *
 * @param recall makes recorded decisions readable
 * @param calls makes calls of plugins
 * @param mappings what each step sends, by the step's id
 * @param recipients all recipients, by the step's id
 * @param further tries deliveries again
 * @param keys remembers submission keys
 * @param digests tells requests apart without keeping them
 * @param caps every cap
 * @param batches what its recipients may put leads into
 */
public record FlowPlan(
        String id,
        String account,
        ZoneId zone,
        boolean isTest,
        Layout layout,
        Map<String, SourcePlan> sources,
        Steps steps,
        Completion completion,
        Recall recall,
        Calls calls,
        Map<String, OutboundMapping> mappings,
        Map<String, RecipientStep> recipients,
        Queued further,
        SubmissionKeys keys,
        RequestDigests digests,
        KnownCaps caps,
        Collecting batches) {

    private static final List<Section> SHAPED =
            List.of(Section.LEAD, Section.DECISIONS, Section.APPENDED, Section.STEPS, Section.VARS, Section.SUBMISSION);

    /** Data that were recorded, in the form in which leads of this flow have them. */
    Scope shaped(Scope recorded) {
        Scope shaped = recorded;
        for (Section section : SHAPED) {
            shaped = shaped.with(section, shaped.section(section).shapedAs(layout.shape(section)));
        }
        return shaped;
    }

    /** The data of a lead that has just come. */
    Scope firstScope(SourcePlan source, Lead lead, String leadId, Instant at, int random) {
        Scope constants = source.constants();
        Obj variables = constants.section(Section.VARS).with("random", Num.of(random));
        Obj submission = submission(constants, leadId, at, lead.isTest() || isTest);
        return constants.with(
                Section.VARS,
                variables,
                Section.SUBMISSION,
                lead.details().isBlank() ? submission : submission.merge(lead.details()));
    }

    /** The data that the event of a ping keeps: who asked and when, nothing that was sent. */
    public Scope bare(LeadRun run) {
        Scope constants = run.source().constants();
        Obj submission = submission(constants, run.leadId(), run.clock().start(), run.isTest());
        return constants.with(Section.SUBMISSION, submission);
    }

    private static Obj submission(Scope constants, String leadId, Instant at, boolean test) {
        return constants
                .section(Section.SUBMISSION)
                .with("timestamp", Moment.of(at), "id", new Text(leadId))
                .with("test", Value.bool(test));
    }

    /** The mapping of a step; an unknown one is answered with those that there are. */
    OutboundMapping mapping(String step) {
        OutboundMapping mapping = mappings.get(step);
        if (mapping == null) {
            throw new IllegalArgumentException(
                    "no step '" + step + "' of flow " + id + " maps anything; these do: " + mappings.keySet());
        }
        return mapping;
    }
}
