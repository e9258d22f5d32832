package dev.sluice.workbench.page;

import dev.sluice.event.Event;
import dev.sluice.json.ValueJson;
import dev.sluice.report.Period;
import dev.sluice.store.Events;
import dev.sluice.store.Selection;
import dev.sluice.store.StreamId;
import dev.sluice.types.Arr;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All leads of a page in packed pieces: what the table shows, and every {@value #IN_PIECE} leads with their events. For one thread. */
final class LeadBook {
    private static final int IN_PIECE = 100;

    private final FlowBook flows;
    private final Traces traces = new Traces();
    private final List<Placed> rows = new ArrayList<>();
    private final List<String> pieces = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private long events;

    private record Placed(LeadRow row, int piece, int place, String words) {}

    private LeadBook(FlowBook flows) {
        this.flows = flows;
    }

    /** Reads the log once; {@code which} leads count. */
    static LeadBook of(Events log, String account, Period.Range range, Set<StreamId> which, FlowBook flows) {
        LeadBook book = new LeadBook(flows);
        log.byStream(Selection.of(account).between(range.from(), range.to()).whole(), stream -> {
            if (which.contains(stream.get(0).stream())) {
                book.add(stream);
            }
        });
        book.close();
        return book;
    }

    private void add(List<Event> stream) {
        LeadText.Written written = LeadText.of(stream, flows, traces);
        rows.add(new Placed(LeadRow.of(stream), pieces.size(), open.size(), written.words()));
        open.add(written.json());
        events += stream.size();
        if (open.size() == IN_PIECE) {
            close();
        }
    }

    private void close() {
        pieces.add(Chunk.packed("[" + String.join(",", open) + "]"));
        open.clear();
    }

    int leads() {
        return rows.size();
    }

    long events() {
        return events;
    }

    /** Each a packed list of leads. */
    List<String> pieces() {
        return pieces;
    }

    /** What the table needs, packed: rows in the order of time, texts that they share, rules, and the names of fields. */
    String index() {
        rows.sort(Comparator.comparing((Placed placed) -> placed.row().at())
                .thenComparing(placed -> placed.row().id()));
        List<Value> shown = rows.stream().map(this::row).toList();
        return Chunk.packed(ValueJson.write(Obj.EMPTY
                .with("rows", Arr.of(shown))
                .with("texts", Arr.of(texts.keySet().stream().map(Text::new).toList()))
                .with("rules", traces.table())
                .with("fields", flows.fields())));
    }

    private Value row(Placed placed) {
        LeadRow row = placed.row();
        return Arr.of(List.of(
                new Text(row.id()),
                Num.of(row.at().toEpochMilli()),
                shared(row.flow()),
                shared(row.source()),
                shared(row.outcome()),
                shared(row.reason()),
                Arr.of(row.buyers().stream().map(this::shared).toList()),
                amount(row.cost()),
                amount(row.revenue()),
                Num.of(row.events()),
                Num.of(row.failures()),
                Value.bool(row.test()),
                Num.of(placed.piece()),
                Num.of(placed.place()),
                new Text(placed.words())));
    }

    private Num shared(String text) {
        return Num.of(texts.computeIfAbsent(text, any -> texts.size()));
    }

    private static Value amount(Optional<BigDecimal> amount) {
        return amount.<Value>map(number -> new Text(number.toPlainString())).orElse(Null.NULL);
    }
}
