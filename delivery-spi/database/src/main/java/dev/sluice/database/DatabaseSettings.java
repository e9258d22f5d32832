package dev.sluice.database;

import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.templates.Rendering;
import dev.sluice.templates.Template;
import dev.sluice.templates.TemplateException;
import dev.sluice.templates.Templates;
import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The settings of one recipient, compiled. Immutable, safe on any thread. */
final class DatabaseSettings {
    static final String SOURCE = "source";
    static final String TABLE = "table";
    static final String KEY_COLUMN = "keyColumn";
    static final String REFERENCE_COLUMN = "referenceColumn";
    static final String COLUMNS = "columns";
    static final String EXACT_NAMES = "exactNames";
    static final String TIMEOUT = "timeoutMs";
    static final Set<String> NAMES = Set.of(SOURCE, TABLE, KEY_COLUMN, REFERENCE_COLUMN, COLUMNS, EXACT_NAMES, TIMEOUT);

    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final long LONGEST_TIMEOUT = 600_000;

    private final String source;
    private final Identifier table;
    private final Identifier key;
    private final Optional<Identifier> reference;
    private final Map<Identifier, Cell> columns;
    private final boolean exactNames;
    private final Duration timeout;

    /** @throws InvalidSettingException when the settings are wrong, with a pointer */
    DatabaseSettings(Obj config) {
        this.source = text(config, SOURCE).orElse("default");
        this.table = Identifier.table(
                text(config, TABLE)
                        .orElseThrow(() -> new InvalidSettingException("/" + TABLE, "rows need a table; set 'table'")),
                "/" + TABLE);
        this.key = Identifier.column(text(config, KEY_COLUMN).orElse("delivery_key"), "/" + KEY_COLUMN);
        this.reference = text(config, REFERENCE_COLUMN).map(name -> Identifier.column(name, "/" + REFERENCE_COLUMN));
        this.columns = columns(config.get(COLUMNS), key);
        this.exactNames = exactNames(config.get(EXACT_NAMES));
        this.timeout = timeout(config.get(TIMEOUT));
    }

    private static Optional<String> text(Obj config, String name) {
        Value value = config.get(name);
        if (!value.isAbsent() && !(value instanceof Text)) {
            throw new InvalidSettingException("/" + name, "it must be text");
        }
        return Optional.of(value.text()).filter(text -> !text.isBlank());
    }

    /** What a column gets. */
    @FunctionalInterface
    private interface Cell {
        Value of(Scope scope, Rendering rendering);
    }

    private static Map<Identifier, Cell> columns(Value given, Identifier key) {
        if (!given.isAbsent() && !(given instanceof Obj)) {
            throw new InvalidSettingException("/" + COLUMNS, "it must be an object of columns and their values");
        }
        Map<Identifier, Cell> columns = new LinkedHashMap<>();
        Row once = new Row();
        once.put(key, Value.missing(), "/" + KEY_COLUMN);
        if (given instanceof Obj obj) {
            obj.members().forEach((name, value) -> {
                String pointer = "/" + COLUMNS + InvalidSettingException.step(name);
                Identifier column = Identifier.column(name, pointer);
                once.put(column, Value.missing(), pointer);
                columns.put(column, cell(value, pointer));
            });
        }
        return columns;
    }

    /** Text is a template; anything else is the same for all leads. */
    private static Cell cell(Value value, String pointer) {
        if (!(value instanceof Text)) {
            return (scope, rendering) -> value;
        }
        try {
            Template template = Templates.standard().compile(value.text());
            return template::evaluate;
        } catch (TemplateException fault) {
            throw new InvalidSettingException(pointer, "the template cannot be read: " + fault.getMessage());
        }
    }

    private static boolean exactNames(Value given) {
        if (!given.isAbsent() && !(given instanceof Bool)) {
            throw new InvalidSettingException("/" + EXACT_NAMES, "it must be true or false");
        }
        return given instanceof Bool bool && bool.value();
    }

    private static Duration timeout(Value given) {
        if (given.isAbsent()) {
            return USUAL_TIMEOUT;
        }
        long millis = given instanceof Num num ? num.value().longValue() : 0;
        if (millis < 1 || millis > LONGEST_TIMEOUT) {
            throw new InvalidSettingException(
                    "/" + TIMEOUT, "a time-out is a number of milliseconds, from 1 to " + LONGEST_TIMEOUT);
        }
        return Duration.ofMillis(millis);
    }

    /** The name of the host's data source. */
    String source() {
        return source;
    }

    Identifier table() {
        return table;
    }

    Identifier key() {
        return key;
    }

    Optional<Identifier> reference() {
        return reference;
    }

    boolean exactNames() {
        return exactNames;
    }

    Duration timeout() {
        return timeout;
    }

    /** The columns that are named, the key first. */
    List<Identifier> columns() {
        List<Identifier> all = new ArrayList<>(List.of(key));
        reference.filter(column -> !all.contains(column)).ifPresent(all::add);
        columns.keySet().stream().filter(column -> !all.contains(column)).forEach(all::add);
        return all;
    }

    /**
     * The row of one lead: the columns that are named, or else what the mappings made.
     *
     * @throws InvalidSettingException when it can be no row
     * @throws TemplateException when a template fails on this lead
     */
    Row row(DeliveryRequest request) {
        Row row = new Row();
        row.put(key, Value.text(request.delivery().key()), "/" + KEY_COLUMN);
        if (columns.isEmpty()) {
            request.lead().members().forEach((name, value) -> {
                String pointer = InvalidSettingException.step(name);
                row.put(Identifier.column(name, pointer), value, pointer);
            });
        } else {
            Rendering plain = Rendering.plain(request.delivery().at());
            columns.forEach((column, cell) ->
                    row.put(column, cell.of(request.scope(), plain), "/" + COLUMNS + "/" + column.name()));
        }
        return row;
    }
}
