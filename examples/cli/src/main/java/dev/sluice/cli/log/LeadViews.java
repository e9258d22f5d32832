package dev.sluice.cli.log;

import dev.sluice.cli.frame.Columns;
import dev.sluice.cli.frame.Streams;
import dev.sluice.event.Difference;
import dev.sluice.event.Event;
import dev.sluice.event.LeadAudit;
import dev.sluice.event.Reader;
import dev.sluice.event.Timeline;
import dev.sluice.json.EventJson;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** One lead's events as people read them. */
public final class LeadViews {
    private static final int WAITS = 3;

    private final Reader reader;
    private final PrintStream out;

    LeadViews(Reader reader, Streams streams) {
        this.reader = reader;
        this.out = streams.out();
    }

    void timeline(Timeline timeline, boolean all, boolean json) {
        EventJson line = EventJson.seenBy(reader);
        timeline.events().stream()
                .filter(event -> all || event.type().inTimeline())
                .forEach(event -> out.print(json ? line.write(event) + "\n" : row(event, false)));
    }

    /** One line; control characters, which a terminal would obey, are shown as question marks. */
    static String row(Event event, boolean withLead) {
        String step = event.step().map(id -> " " + id).orElse("");
        String outcome = event.outcome().map(how -> " " + how.text()).orElse("");
        String reason = event.reason().map(why -> ": " + why).orElse("");
        String row = (withLead ? Columns.left(event.leadId(), 34) : "")
                + Columns.right(Long.toString(event.seq()), 3) + "  "
                + Columns.left(event.at().toString(), 26)
                + Columns.left(event.type().text() + step, 34) + outcome + reason;
        return plain(row.stripTrailing()) + "\n";
    }

    public static String plain(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return shown.toString();
    }

    void times(Timeline timeline) {
        for (Timeline.Stage stage : timeline.stages()) {
            out.print(
                    Columns.right(millis(stage.sinceFirst()), 12) + Columns.right("+" + millis(stage.sinceBefore()), 13)
                            + Columns.right(millis(stage.own()), 12) + "  " + plain(name(stage.event())) + "\n");
        }
        timeline.parsing().ifPresent(time -> out.print("until its gates had decided " + millis(time) + "\n"));
        out.print("in all " + millis(timeline.total()) + "\n");
        timeline.bottlenecks(WAITS)
                .forEach(stage -> out.print(
                        "waited for " + plain(name(stage.event())) + " " + millis(stage.sinceBefore()) + "\n"));
    }

    private static String name(Event event) {
        return event.type().text() + event.step().map(id -> " " + id).orElse("");
    }

    private static String millis(Duration time) {
        return time.toMillis() + " ms";
    }

    void snapshot(Event event) {
        reader.of(event.snapshot()).flat().forEach((path, value) -> out.print(member(path, value)));
    }

    private static String member(String path, Value value) {
        return plain(path + " = " + ValueJson.write(value)) + "\n";
    }

    void differences(Event first, Event second) {
        Difference.between(first, second, reader).forEach(each -> out.print(difference("", each)));
    }

    private static String difference(String indent, Difference each) {
        String sign = each.before().isMissing() ? "+ " : each.after().isMissing() ? "- " : "~ ";
        return indent + sign + plain(each.path() + ": " + shown(each.before()) + " -> " + shown(each.after())) + "\n";
    }

    private static String shown(Value value) {
        return value.isMissing() ? "nothing" : ValueJson.write(value);
    }

    void audit(Timeline timeline, boolean json) {
        LeadAudit audit = LeadAudit.of(timeline, reader);
        if (json) {
            out.print(ValueJson.write(object(audit)) + "\n");
            return;
        }
        out.print("Submitted " + audit.submitted().at() + " by source "
                + plain(audit.submitted().context().source()) + "\n");
        audit.submission().forEach((path, value) -> out.print("  " + member(path, value)));
        out.print("Consent\n");
        audit.consent().forEach(each -> out.print("  " + each.seq() + " " + member(each.path(), each.value())));
        if (audit.consent().isEmpty()) {
            out.print("  no field or answer tells of it\n");
        }
        out.print("Transformations\n");
        for (LeadAudit.Change change : audit.changes()) {
            out.print("  " + row(change.event(), false));
            change.differences().forEach(each -> out.print(difference("      ", each)));
        }
        out.print("Deliveries\n");
        audit.deliveries().forEach(event -> out.print("  " + delivery(event)));
    }

    private static String delivery(Event event) {
        String reference = event.facts().get("reference").text();
        String entity = event.entity().map(id -> " at " + id).orElse("");
        String price =
                event.revenue().map(amount -> ", " + amount.toPlainString()).orElse("");
        return row(event, false).stripTrailing() + plain(entity + price)
                + (reference.isEmpty() ? "" : plain(", reference " + reference)) + "\n";
    }

    private Obj object(LeadAudit audit) {
        List<Value> consent = audit.consent().stream()
                .<Value>map(each -> Obj.EMPTY
                        .with("seq", Value.number(each.seq()))
                        .with("path", Value.text(each.path()))
                        .with("value", each.value()))
                .toList();
        List<Value> changes = audit.changes().stream()
                .<Value>map(change -> Obj.EMPTY
                        .with("seq", Value.number(change.event().seq()))
                        .with("type", Value.text(change.event().type().text()))
                        .with("changes", differences(change.differences())))
                .toList();
        EventJson json = EventJson.seenBy(reader);
        return Obj.EMPTY
                .with("lead_id", Value.text(audit.submitted().leadId()))
                .with("submitted_at", Value.text(audit.submitted().at().toString()))
                .with("source_id", Value.text(audit.submitted().context().source()))
                .with("submission", Obj.of(audit.submission()))
                .with("consent", Arr.of(consent))
                .with("transformations", Arr.of(changes))
                .with(
                        "deliveries",
                        Arr.of(audit.deliveries().stream()
                                .<Value>map(json::object)
                                .toList()));
    }

    private static Arr differences(List<Difference> all) {
        return Arr.of(all.stream()
                .<Value>map(each -> Obj.EMPTY
                        .with("path", Value.text(each.path()))
                        .with("before", each.before())
                        .with("after", each.after()))
                .toList());
    }
}
