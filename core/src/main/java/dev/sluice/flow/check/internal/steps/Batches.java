package dev.sluice.flow.check.internal.steps;

import dev.sluice.delivery.FileName;
import dev.sluice.delivery.FilePattern;
import dev.sluice.delivery.FileTokens;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import dev.sluice.schedule.FileSchedule;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The batches of a flow: ids, columns, reasons to make a file, tokens of names. */
final class Batches implements Check {
    private static final Pattern SECRET = Pattern.compile("\\{[^{}]+}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    @Override
    public void check(Subject subject, Found found) {
        FlowDefinition flow = subject.flow();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < flow.batches().size(); i++) {
            BatchDefinition batch = flow.batches().get(i);
            String pointer = "/batches/" + i;
            id(batch, pointer, found);
            if (!ids.add(batch.id())) {
                found.error(
                        "duplicate_batch", pointer + "/id", "two batches are called '" + batch.id() + "'; rename one");
            }
            content(batch, pointer, found);
        }
    }

    private static void id(BatchDefinition batch, String pointer, Found found) {
        if (!ID.matcher(batch.id()).matches() || !FileName.isSafe(batch.id())) {
            found.error(
                    "invalid_batch_id",
                    pointer + "/id",
                    "an id has letters, digits, dots, dashes and underscores, at most 100 of them");
        }
    }

    private static void content(BatchDefinition batch, String pointer, Found found) {
        if (batch.fields().isEmpty()) {
            found.error("batch_without_fields", pointer, "a file needs columns; add 'fields'");
        }
        Set<String> headers = new HashSet<>();
        for (int i = 0; i < batch.fields().size(); i++) {
            if (!headers.add(batch.fields().get(i).property())) {
                found.error("duplicate_column", pointer + "/fields/" + i + "/property", "two columns have this header");
            }
        }
        if (batch.fileName() != null) {
            FilePattern.of(batch.fileName())
                    .unknown()
                    .forEach(token -> found.error(
                            "unknown_token",
                            pointer + "/fileName",
                            "{" + token + "} is no token; there are " + FileTokens.names()));
        }
        if (batch.password() != null && batch.compression() != BatchDefinition.Compression.ZIP) {
            found.error(
                    "password_without_zip",
                    pointer + "/password",
                    "only archives have passwords; set 'compression' to zip");
        }
        if (batch.password() != null && !SECRET.matcher(batch.password()).matches()) {
            found.warning(
                    "secret_in_clear",
                    pointer + "/password",
                    "a password stands here for all to read who see the definition; keep it with the host and name it: {name}");
        }
        if (isNever(batch.schedule())) {
            found.warning(
                    "batch_never_due", pointer + "/schedule", "only a person makes its files; add times or limits");
        }
    }

    private static boolean isNever(FileSchedule schedule) {
        return schedule.times().isEmpty()
                && schedule.afterRows() == 0
                && schedule.afterBytes() == 0
                && schedule.inactivity() == null
                && schedule.maxAge() == null;
    }
}
