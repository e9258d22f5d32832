package dev.sluice.internal;

import dev.sluice.flow.RecipientStep;
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
import java.util.Map;

/**
 * A flow, compiled once when it opens: everything that a lead meets on its way. Immutable.
 *
 * @param constants the sections that are the same for every lead
 * @param recall makes recorded decisions readable
 * @param calls makes calls of plugins
 * @param mappings what each step sends, by the step's id
 * @param recipients all recipients, by the step's id
 * @param keys remembers submission keys
 */
record FlowPlan(
        String id,
        String account,
        ZoneId zone,
        boolean isTest,
        Layout layout,
        Map<String, SourcePlan> sources,
        Steps steps,
        Completion completion,
        Scope constants,
        Recall recall,
        Calls calls,
        Map<String, OutboundMapping> mappings,
        Map<String, RecipientStep> recipients,
        SubmissionKeys keys) {

    /** The data of a lead that has just come. */
    Scope firstScope(SourcePlan source, Lead lead, String leadId, Instant at, int random) {
        Obj variables = Obj.blank(layout.shape(Section.VARS)).with("random", Num.of(random));
        return constants
                .with(Section.SOURCE, source.variable())
                .with(Section.VARS, variables)
                .with(Section.SUBMISSION, submission(lead, leadId, at));
    }

    /** The data that the event of a ping keeps: who asked and when, nothing that was sent. */
    Scope bare(LeadRun run) {
        Obj submission = Obj.blank(layout.shape(Section.SUBMISSION))
                .with("timestamp", Moment.of(run.clock().start()))
                .with("id", new Text(run.leadId()))
                .with("test", Value.bool(run.isTest()));
        return constants.with(Section.SOURCE, run.source().variable()).with(Section.SUBMISSION, submission);
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

    private Obj submission(Lead lead, String leadId, Instant at) {
        Obj submission = Obj.blank(layout.shape(Section.SUBMISSION))
                .with("timestamp", Moment.of(at))
                .with("id", new Text(leadId))
                .with("test", Value.bool(lead.isTest() || isTest));
        return lead.details().isBlank() ? submission : submission.merge(lead.details());
    }
}
