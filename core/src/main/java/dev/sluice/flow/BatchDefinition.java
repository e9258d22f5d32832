package dev.sluice.flow;

import static java.util.Objects.requireNonNull;

import dev.sluice.schedule.FileSchedule;
import dev.sluice.types.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Leads that go together in a file. Several flows may put leads into it: the definition that was opened last counts.
 * Make one with {@link #of} and the methods that change a part; the components may grow.
 *
 * @param id unique in the account; letters, digits, dots, dashes and underscores
 * @param enabled false: it collects, and makes no file
 * @param recipient who gets the files; null when nobody is named
 * @param format the name under which the host has wired the format of its rows
 * @param formatConfig settings of the format, beside those that the host has wired
 * @param fields its columns, from left to right: the header is the mapping's property
 * @param schedule when a file is made
 * @param transport the name under which the host has wired what brings files
 * @param config settings of the transport
 * @param fileName with tokens; {@code {batch}_{date}_{time}} and the format's extension when it is left out
 * @param compression how the file is packed
 * @param password what opens it when it is zipped: {@code {name}}, a secret of the host; null for nothing
 * @param maxBytes a file that gets larger goes in parts, before it is packed; 0 for any size
 */
public record BatchDefinition(
        String id,
        boolean enabled,
        @Nullable Entity recipient,
        String format,
        Obj formatConfig,
        List<MappingDefinition> fields,
        FileSchedule schedule,
        String transport,
        Obj config,
        @Nullable String fileName,
        Compression compression,
        @Nullable String password,
        long maxBytes) {

    public BatchDefinition {
        requireNonNull(id, "id");
        requireNonNull(format, "format");
        requireNonNull(formatConfig, "formatConfig");
        requireNonNull(schedule, "schedule");
        requireNonNull(transport, "transport");
        requireNonNull(config, "config");
        requireNonNull(compression, "compression");
        fields = List.copyOf(fields);
    }

    /** How a file is packed. */
    public enum Compression {
        NONE,
        GZIP,
        ZIP
    }

    /** An enabled batch without columns yet, as it is. */
    public static BatchDefinition of(String id, String format, String transport, FileSchedule schedule) {
        return new BatchDefinition(
                id,
                true,
                null,
                format,
                Obj.EMPTY,
                List.of(),
                schedule,
                transport,
                Obj.EMPTY,
                null,
                Compression.NONE,
                null,
                0);
    }

    /** This with one more column. */
    public BatchDefinition field(String header, String template) {
        return field(MappingDefinition.of(header, template));
    }

    /** This with one more column. */
    public BatchDefinition field(MappingDefinition column) {
        List<MappingDefinition> columns = new ArrayList<>(fields);
        columns.add(column);
        return with(next -> next.fields = columns);
    }

    /** This with settings of its transport. */
    public BatchDefinition config(Obj settings) {
        return with(next -> next.config = settings);
    }

    /** This with settings of its format. */
    public BatchDefinition formatConfig(Obj settings) {
        return with(next -> next.formatConfig = settings);
    }

    /** This with a name for its files. */
    public BatchDefinition fileName(String pattern) {
        return with(next -> next.fileName = pattern);
    }

    /** This with another transport, by its name. */
    public BatchDefinition through(String plugin) {
        return with(next -> next.transport = plugin);
    }

    /** This, packed. */
    public BatchDefinition packed(Compression how) {
        return with(next -> next.compression = how);
    }

    /** This, zipped so that only who knows the secret {@code name} of the host opens it. */
    public BatchDefinition zippedWith(String name) {
        return with(next -> {
            next.compression = Compression.ZIP;
            next.password = "{" + name + "}";
        });
    }

    /** This, in parts of so many bytes. */
    public BatchDefinition inPartsOf(long bytes) {
        return with(next -> next.maxBytes = bytes);
    }

    /** This, collecting only. */
    public BatchDefinition disabled() {
        return with(next -> next.enabled = false);
    }

    private BatchDefinition with(Consumer<Next> change) {
        Next next = new Next(this);
        change.accept(next);
        return next.made();
    }

    /** A definition like another, until it is made. */
    private static final class Next {
        private final BatchDefinition before;
        private boolean enabled;
        private Obj formatConfig;
        private List<MappingDefinition> fields;
        private String transport;
        private Obj config;
        private @Nullable String fileName;
        private Compression compression;
        private @Nullable String password;
        private long maxBytes;

        Next(BatchDefinition before) {
            this.before = before;
            this.enabled = before.enabled;
            this.formatConfig = before.formatConfig;
            this.fields = before.fields;
            this.transport = before.transport;
            this.config = before.config;
            this.fileName = before.fileName;
            this.compression = before.compression;
            this.password = before.password;
            this.maxBytes = before.maxBytes;
        }

        BatchDefinition made() {
            return new BatchDefinition(
                    before.id,
                    enabled,
                    before.recipient,
                    before.format,
                    formatConfig,
                    fields,
                    before.schedule,
                    transport,
                    config,
                    fileName,
                    compression,
                    password,
                    maxBytes);
        }
    }
}
