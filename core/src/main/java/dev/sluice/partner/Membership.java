package dev.sluice.partner;

import dev.sluice.json.ValueJson;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an account: who it is, and which connections it has or was asked for.
 *
 * @param account who it is; null for an id that nobody has opened yet and that was invited
 * @param connections ids, the first first
 */
record Membership(@Nullable Account account, List<String> connections) {
    static final Membership NONE = new Membership(null, List.of());

    Membership {
        connections = List.copyOf(connections);
    }

    Membership with(String connection) {
        if (connections.contains(connection)) {
            return this;
        }
        List<String> more = new ArrayList<>(connections);
        more.add(connection);
        return new Membership(account, more);
    }

    Membership of(Account who) {
        return new Membership(who, connections);
    }

    String text() {
        Arr ids = Arr.of(connections.stream().<Value>map(Text::new).toList());
        Obj body = Obj.EMPTY.with("connections", ids);
        return ValueJson.write(
                account == null
                        ? body
                        : body.with("id", new Text(account.id()))
                                .with("name", new Text(account.name()))
                                .with("email", new Text(account.email()))
                                .with("plan", new Text(account.plan().name())));
    }

    static Membership read(String text) {
        Value body = ValueJson.read(text);
        List<String> ids = body.part("connections") instanceof Arr arr
                ? arr.values().stream().map(Value::text).toList()
                : List.of();
        Account account = body.part("id").isAbsent()
                ? null
                : new Account(
                        body.part("id").text(),
                        body.part("name").text(),
                        body.part("email").text(),
                        Plan.valueOf(body.part("plan").text()));
        return new Membership(account, ids);
    }
}
