package dev.sluice.cli.run;

import dev.sluice.DeliveryReport;
import dev.sluice.Submission;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;

/** The line that a lead gets. */
public final class AnswerJson {
    private static final Shape LEAD = Shape.of("lead_id", "outcome", "reason", "price", "revenue", "deliveries");
    private static final Shape DELIVERY = Shape.of("recipient", "name", "outcome", "reason", "price", "reference");

    private AnswerJson() {}

    /** {@code lead_id}, {@code outcome}, {@code reason}, {@code price}, {@code revenue} and {@code deliveries}, in this order. */
    public static Obj of(Submission answer) {
        List<Obj> deliveries =
                answer.deliveries().stream().map(AnswerJson::delivery).toList();
        return Obj.of(
                LEAD,
                Value.text(answer.leadId().orElse(null)),
                new Text(answer.outcome().text()),
                Value.text(answer.reason().orElse(null)),
                Num.of(answer.price()),
                Num.of(answer.revenue()),
                Value.list(deliveries));
    }

    private static Obj delivery(DeliveryReport report) {
        return Obj.of(
                DELIVERY,
                new Text(report.recipient()),
                new Text(report.name()),
                new Text(report.outcome().text()),
                Value.text(report.reason().orElse(null)),
                Num.of(report.price()),
                Value.text(report.reference().orElse(null)));
    }
}
