package dev.sluice.database;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.testkit.DeliveryPluginContract;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The plugin against a table that somebody else holds for as long as nothing is to be answered. */
abstract class HeldTableContract extends DeliveryPluginContract {
    final TestDatabase database;
    private final Connection holder;

    HeldTableContract(TestDatabase database) {
        this.database = database;
        try {
            this.holder = database.getConnection();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @AfterEach
    void release() throws SQLException {
        holder.close();
    }

    @Override
    protected DeliveryPlugin plugin() {
        return DatabaseDelivery.builder().source(database).build();
    }

    @Override
    protected DeliveryPlugin unanswered() {
        try (Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("insert into leads (delivery_key) values ('key-1')");
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
        return plugin();
    }

    @Override
    protected Obj config() {
        return Obj.EMPTY
                .with("table", new Text("leads"))
                .with("columns", Obj.EMPTY.with("email", new Text("{{lead.email}}")));
    }

    @Override
    protected List<String> keysSeen() {
        return database.texts("select delivery_key from leads");
    }
}
