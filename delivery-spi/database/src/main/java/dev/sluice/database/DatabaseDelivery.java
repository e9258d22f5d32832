package dev.sluice.database;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.CompiledSettings;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.transport.SettingChecks;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.Obj;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * Delivers leads into a table, one row a lead. Wired as {@code .delivery("database", DatabaseDelivery.builder()...build())};
 * which table and columns is in the {@code config} of each recipient, see the README of this module.
 *
 * <p>One instance serves all recipients, on any thread. The delivery key is the value of a column that the table keeps
 * unique, so that a lead that comes again is the row that is there.
 */
public final class DatabaseDelivery implements DeliveryPlugin {
    private final CompiledSettings<DatabaseSettings> settings = new CompiledSettings<>(DatabaseSettings::new);
    private final Map<String, DataSource> sources;
    private final LongSupplier nanos;

    private DatabaseDelivery(Builder builder) {
        this.sources = Map.copyOf(builder.sources);
        this.nanos = builder.nanos;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean announcesSending() {
        return true;
    }

    /** What is wrong, without asking the database; {@link #inspect} asks it. */
    @Override
    public List<ConfigProblem> check(Obj config) {
        List<ConfigProblem> problems = new ArrayList<>(
                new SettingChecks(config).known(DatabaseSettings.NAMES).problems());
        try {
            DatabaseSettings compiled = new DatabaseSettings(config);
            if (!sources.containsKey(compiled.source())) {
                problems.add(new ConfigProblem(
                        "/" + DatabaseSettings.SOURCE,
                        "unknown_source",
                        "the host has no data source of this name; there are " + new TreeSet<>(sources.keySet())));
            }
        } catch (InvalidSettingException wrong) {
            problems.add(new ConfigProblem(wrong.pointer(), "invalid_setting", wrong.text()));
        }
        return problems;
    }

    /**
     * What is wrong as far as the database can tell: table, columns, and whether the key is unique. For tools; it waits for
     * the database.
     */
    public List<ConfigProblem> inspect(Obj config) {
        List<ConfigProblem> problems = check(config);
        if (!problems.isEmpty()) {
            return problems;
        }
        DatabaseSettings compiled = new DatabaseSettings(config);
        try (Connection connection = source(compiled).getConnection()) {
            return new TableCheck(connection, compiled).problems();
        } catch (SQLException fault) {
            DeliveryResult result = SqlFault.of(fault).result();
            return List.of(new ConfigProblem(
                    "/" + DatabaseSettings.SOURCE,
                    result.detail().get("code").text(),
                    result.reason().orElse("The database failed")));
        }
    }

    private DataSource source(DatabaseSettings recipient) {
        return requireNonNull(sources.get(recipient.source()), "source");
    }

    @Override
    public DeliveryResult deliver(DeliveryRequest request) {
        DatabaseSettings recipient;
        Row row;
        try {
            recipient = settings.of(request.config());
            row = recipient.row(request);
        } catch (InvalidSettingException impossible) {
            return DeliveryResult.unmade(impossible.pointer() + ": " + impossible.text());
        } catch (TemplateException impossible) {
            return DeliveryResult.unmade(String.valueOf(impossible.getMessage()));
        }
        if (!sources.containsKey(recipient.source())) {
            return DeliveryResult.error("The host has no data source '" + recipient.source() + "'")
                    .detail("code", "connection_failed");
        }
        Deadline deadline = request.delivery().deadline().within(recipient.timeout(), nanos);
        return deadline.passed()
                ? DeliveryResult.error("Timeout").detail("code", "connection_timeout")
                : inserted(row, request.delivery(), recipient, deadline);
    }

    private DeliveryResult inserted(Row row, Delivery delivery, DatabaseSettings recipient, Deadline deadline) {
        try (Connection connection = source(recipient).getConnection()) {
            Insert insert = new Insert(connection, recipient, deadline.left());
            try {
                insert.run(row, delivery::sending);
            } catch (SQLException fault) {
                return notInserted(SqlFault.of(fault), insert, delivery);
            }
            return success(insert, delivery, recipient);
        } catch (SQLException fault) {
            return SqlFault.of(fault).result();
        }
    }

    /** The row is in the table; when its reference cannot be read, the key is one. */
    private static DeliveryResult success(Insert insert, Delivery delivery, DatabaseSettings recipient) {
        if (recipient.reference().isEmpty()) {
            return DeliveryResult.success().reference(delivery.key());
        }
        try {
            return DeliveryResult.success()
                    .reference(insert.reference(delivery.key()).orElse(delivery.key()));
        } catch (SQLException unread) {
            return DeliveryResult.success().reference(delivery.key());
        }
    }

    private static DeliveryResult notInserted(SqlFault fault, Insert insert, Delivery delivery) {
        if (fault.isLost() && delivery.mayHaveArrived()) {
            return DeliveryResult.unknown("The answer of the database was lost; the lead may have arrived")
                    .detail("code", "connection_failed");
        }
        if (fault.kind() != SqlFault.Kind.CONSTRAINT) {
            return fault.result();
        }
        try {
            return insert.reference(delivery.key())
                    .map(known -> DeliveryResult.success().reference(known).detail("duplicate", true))
                    .orElseGet(fault::result);
        } catch (SQLException again) {
            return SqlFault.of(again).result();
        }
    }

    /** Collects what a host brings. */
    public static final class Builder {
        private final Map<String, DataSource> sources = new LinkedHashMap<>();
        private LongSupplier nanos = System::nanoTime;

        private Builder() {}

        /** The database of recipients that name none. */
        public Builder source(DataSource source) {
            return source("default", source);
        }

        /** A database that recipients name by {@code "source"}; a pool, with time-outs of its own for lost networks. */
        public Builder source(String name, DataSource source) {
            sources.put(requireNonNull(name, "name"), requireNonNull(source, "source"));
            return this;
        }

        /** A clock in nanoseconds that only rises; that of the machine by default. */
        public Builder time(LongSupplier nanoseconds) {
            this.nanos = requireNonNull(nanoseconds, "nanoseconds");
            return this;
        }

        public DatabaseDelivery build() {
            return new DatabaseDelivery(this);
        }
    }
}
