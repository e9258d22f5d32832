package dev.sluice.database;

import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Binds one value to one place of a statement, with its type. */
final class Binding implements Value.Matcher<Binding.Bound> {
    private static final Binding INSTANCE = new Binding();
    private static final Bound NOTHING = (statement, place) -> statement.setObject(place, null);

    /** Larger numbers are texts: a database might write out each of their zeros. */
    private static final int MOST_DIGITS = 1_000;

    private Binding() {}

    /** A value that knows how it is bound. */
    interface Bound {
        void to(PreparedStatement statement, int place) throws SQLException;
    }

    static Bound of(Value value) {
        return value.match(INSTANCE);
    }

    @Override
    public Bound missing() {
        return NOTHING;
    }

    @Override
    public Bound nullValue() {
        return NOTHING;
    }

    @Override
    public Bound text(Text text) {
        return (statement, place) -> statement.setString(place, text.value());
    }

    /** Whole numbers as such: some databases keep decimals as text. */
    @Override
    public Bound num(Num num) {
        BigDecimal value = num.value();
        if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
            return text(new Text(num.text()));
        }
        boolean whole = value.signum() == 0 || (value.scale() <= 0 && value.precision() - value.scale() <= 18);
        return whole
                ? (statement, place) -> statement.setLong(place, value.longValueExact())
                : (statement, place) -> statement.setBigDecimal(place, value);
    }

    @Override
    public Bound bool(Bool bool) {
        return (statement, place) -> statement.setBoolean(place, bool.value());
    }

    @Override
    public Bound moment(Moment moment) {
        Object java = moment.toJava();
        return java instanceof Instant instant
                ? (statement, place) -> statement.setObject(place, instant.atOffset(ZoneOffset.UTC))
                : (statement, place) -> statement.setObject(place, java);
    }

    /** Its normal form; what is invalid, as it came. */
    @Override
    public Bound typed(Typed typed) {
        return of(typed.valid() ? typed.normal() : typed.raw());
    }

    /** As JSON. */
    @Override
    public Bound obj(Obj obj) {
        return (statement, place) -> statement.setString(place, obj.text());
    }

    /** As JSON. */
    @Override
    public Bound arr(Arr arr) {
        return (statement, place) -> statement.setString(place, arr.text());
    }
}
