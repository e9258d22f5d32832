package dev.sluice.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.event.EventQuery;
import dev.sluice.store.Cursor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of two bounds at one end SQLite may take the wider one, and read all that lies between again for each page. */
class ByPositionTest {
    private static final EventQuery QUERY = EventQuery.builder().build();
    private static final EventQuery BACKWARDS =
            EventQuery.builder().newestFirst().build();

    private static List<Object> bounds(EventQuery query) {
        ByPosition order = new ByPosition(
                (session, asked) -> Optional.of(new TimeBlocks.Span(1_024, 4_095)), session -> Cursor.START);
        Clause clause = order.candidates(null, query);
        assertThat(clause.sql()).isEqualTo("position between ? and ?");
        return List.copyOf(clause.values());
    }

    @Test
    void a_page_of_some_time_begins_where_the_one_before_ended() {
        assertThat(bounds(QUERY)).containsExactly(1_024L, 4_095L);
        assertThat(bounds(QUERY.after(new Cursor("7")))).containsExactly(1_024L, 4_095L);
        assertThat(bounds(QUERY.after(new Cursor("3000")))).containsExactly(3_001L, 4_095L);
        assertThat(bounds(BACKWARDS)).containsExactly(1_024L, 4_095L);
        assertThat(bounds(BACKWARDS.after(new Cursor("3000")))).containsExactly(1_024L, 2_999L);
        assertThat(bounds(BACKWARDS.after(new Cursor("9000")))).containsExactly(1_024L, 4_095L);
    }
}
