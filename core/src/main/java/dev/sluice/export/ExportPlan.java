package dev.sluice.export;

import static java.util.Objects.requireNonNull;

import dev.sluice.schedule.FileSchedule;
import org.jspecify.annotations.Nullable;

/**
 * An export that is made again and again. Immutable.
 *
 * @param id unique in the account; letters, digits, dots, dashes and underscores
 * @param enabled false: nothing is made
 * @param request what is exported, and where it goes; its name and zone are those of the plan
 * @param range of which time leads and events are; a report has a period of its own
 * @param schedule when; its times count, and the days and hours that it leaves out
 * @param fileName with tokens, before {@code _part_001.csv}; {@code {batch}_{date}_{time}} when null, where the batch is the plan
 */
public record ExportPlan(
        String id,
        boolean enabled,
        ExportRequest request,
        Range range,
        FileSchedule schedule,
        @Nullable String fileName) {
    public ExportPlan {
        requireNonNull(id, "id");
        requireNonNull(request, "request");
        requireNonNull(range, "range");
        requireNonNull(schedule, "schedule");
    }

    /** Of which time rows are. */
    public enum Range {
        /** What came since the export before, in the first one all there is; an export that failed is made up for by the next. */
        NEW,
        /** All there is, each time. */
        ALL
    }

    /** An enabled plan for what is new. */
    public static ExportPlan of(String id, ExportRequest request, FileSchedule schedule) {
        return new ExportPlan(id, true, request, Range.NEW, schedule, null);
    }

    /** This, for all there is each time. */
    public ExportPlan ofAll() {
        return new ExportPlan(id, enabled, request, Range.ALL, schedule, fileName);
    }

    /** This, with a name for its files. */
    public ExportPlan fileName(String pattern) {
        return new ExportPlan(id, enabled, request, range, schedule, pattern);
    }

    /** This, making nothing. */
    public ExportPlan disabled() {
        return new ExportPlan(id, false, request, range, schedule, fileName);
    }
}
