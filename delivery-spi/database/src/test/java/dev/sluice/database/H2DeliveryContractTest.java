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
import org.junit.jupiter.api.BeforeEach;

/** The plugin against H2; it never answers while somebody else holds the table. */
class H2DeliveryContractTest extends DeliveryPluginContract {
    private final TestDatabase database = new TestDatabase(
            "jdbc:h2:mem:contract" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000");
    private Connection holder;

    @BeforeEach
    void table() throws SQLException {
        database.with("create table leads (delivery_key varchar(200) primary key, email varchar(2000000))");
        holder = database.getConnection();
    }

    @AfterEach
    void drop() throws SQLException {
        holder.close();
        database.with("shutdown");
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
