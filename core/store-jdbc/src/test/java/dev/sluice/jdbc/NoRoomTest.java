package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices that are full, and databases that may only be read, beside SQLite, whose own tests have both. */
class NoRoomTest {
    @TempDir
    Path folder;

    /** A device of H2 that takes so many bytes. */
    public static final class FullDevice extends FilePathWrapper {
        static final AtomicLong ROOM = new AtomicLong();

        @Override
        public String getScheme() {
            return "full";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new FullFile(getBase().open(mode));
        }
    }

    /** A file on that device. */
    private static final class FullFile extends WrappedFile {
        FullFile(FileChannel file) {
            super(file);
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            if (FullDevice.ROOM.addAndGet(-bytes.remaining()) < 0) {
                throw new IOException("No space left on device");
            }
            return super.write(bytes, position);
        }
    }

    @Test
    void a_full_device_loses_nothing_that_was_durable_in_a_pure_java_file() {
        FilePath.register(new FullDevice());
        FullDevice.ROOM.set(3_000_000);
        String url = "jdbc:h2:full:" + folder.toAbsolutePath().resolve("leads");
        int kept = 0;
        JdbcStore store = JdbcStore.open(url);
        try {
            while (kept < 100_000) {
                new Leads(store).begin("l" + kept).durable();
                kept++;
            }
        } catch (StoreUnavailableException full) {
            assertThat(full).hasMessageContaining("refused");
        }
        assertThat(kept).isBetween(1, 99_999);
        assertThatThrownBy(() -> new Leads(store).begin("later")).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(store::close).isInstanceOf(StoreUnavailableException.class);

        FullDevice.ROOM.set(Long.MAX_VALUE);
        try (JdbcStore again =
                JdbcStore.open("jdbc:h2:" + folder.toAbsolutePath().resolve("leads"))) {
            assertThat(again.events().stream(Leads.stream("l" + (kept - 1)))).hasSize(2);
            assertThat(new Leads(again).count()).isBetween((long) kept, kept + 1L);
            new Leads(again).begin("more").durable();
        }
    }

    @Test
    void a_pure_java_file_that_may_only_be_read_is_refused_for_writing_and_can_be_read() {
        String url = "jdbc:h2:" + folder.toAbsolutePath().resolve("leads");
        try (JdbcStore store = JdbcStore.open(url)) {
            new Leads(store).begin("a").durable();
        }

        assertThatThrownBy(() -> JdbcStore.open(url + ";ACCESS_MODE_DATA=r"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("read only");
        try (JdbcLog log = JdbcLog.open(url + ";ACCESS_MODE_DATA=r")) {
            assertThat(log.stream(Leads.stream("a"))).hasSize(2);
        }
    }

    @Test
    @Tag("real-server")
    void a_server_that_may_only_be_read_is_refused() throws SQLException {
        String url = Server.url();
        try (JdbcStore store = JdbcStore.open(url)) {
            new Leads(store).begin("a").durable();
        }

        assertThatThrownBy(() -> JdbcStore.open(url + "&options=-c%20default_transaction_read_only=on"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("read-only");
    }

    /** What a server says when its device is full; it goes on when there is room again. */
    @Test
    @Tag("real-server")
    void a_write_that_finds_no_room_on_a_server_fails_alone() throws SQLException {
        String url = Server.url();
        try (JdbcStore store = JdbcStore.open(url)) {
            new Leads(store).begin("a").durable();
            execute(
                    url,
                    "create function no_room() returns trigger language plpgsql as $$ begin raise exception"
                            + " 'could not extend file: No space left on device' using errcode = '53100'; end $$",
                    "create trigger no_room before insert on event for each row execute function no_room()");

            assertThatThrownBy(() -> new Leads(store).begin("b").durable())
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("No space left");

            execute(url, "drop trigger no_room on event");
            new Leads(store).begin("c").durable();
            assertThat(new Leads(store).count()).isEqualTo(2);
            assertThat(store.events().stream(Leads.stream("b"))).isEmpty();
        }
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
