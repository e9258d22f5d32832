package dev.sluice.database;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.testkit.DeliveryPluginContract;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The plugin against SQLite; it never answers while somebody else holds the file. */
class SqliteDeliveryContractTest extends DeliveryPluginContract {
    @TempDir
    Path folder;

    private TestDatabase database;
    private Connection holder;

    @BeforeEach
    void table() throws SQLException {
        database = new TestDatabase("jdbc:sqlite:" + folder.resolve("leads.db") + "?busy_timeout=10000")
                .with("create table leads (delivery_key varchar(200) primary key, email text)");
        holder = database.getConnection();
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
