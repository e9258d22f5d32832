package dev.sluice.export;

import dev.sluice.delivery.FileName;
import dev.sluice.delivery.FilePattern;
import dev.sluice.delivery.FileTokens;
import dev.sluice.rules.Finding;
import dev.sluice.schedule.FileSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a plan by itself. */
final class PlanChecks {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    /** A file's name is settled before its rows are counted. */
    private static final Set<String> COUNTED = Set.of("count", "record_count", "lead.count");

    private PlanChecks() {}

    static List<Finding> of(ExportPlan plan) {
        List<Finding> found = new ArrayList<>();
        if (!ID.matcher(plan.id()).matches() || !FileName.isSafe(plan.id())) {
            found.add(Finding.error(
                    "invalid_plan_id",
                    "/id",
                    "an id has letters, digits, dots, dashes and underscores, at most 100 of them"));
        }
        if (plan.schedule().times().isEmpty()) {
            found.add(Finding.error("plan_never_due", "/schedule", "nothing is ever exported; add 'times'"));
        }
        if (waits(plan.schedule())) {
            found.add(
                    Finding.error(
                            "plan_by_time_only",
                            "/schedule",
                            "exports are made by the clock; leave out 'afterLeads', 'afterBytes', 'inactivity', 'maxAge' and 'minimum'"));
        }
        if (plan.fileName() != null) {
            tokens(plan.fileName(), found);
        }
        return found;
    }

    private static boolean waits(FileSchedule schedule) {
        return schedule.afterRows() > 0
                || schedule.afterBytes() > 0
                || schedule.inactivity() != null
                || schedule.maxAge() != null
                || schedule.minimum() > 1;
    }

    private static void tokens(String pattern, List<Finding> found) {
        FilePattern.of(pattern)
                .unknown()
                .forEach(token -> found.add(Finding.error(
                        "unknown_token", "/fileName", "{" + token + "} is no token; there are " + FileTokens.names())));
        COUNTED.stream()
                .filter(token -> pattern.contains("{" + token + "}"))
                .forEach(token -> found.add(Finding.error(
                        "unknown_token", "/fileName", "{" + token + "} is not known yet when a file gets its name")));
    }
}
