package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.Sluice;
import dev.sluice.audit.Breach;
import dev.sluice.audit.LogCheck;
import dev.sluice.audit.Seal;
import dev.sluice.audit.SealSigner;
import dev.sluice.audit.Seals;
import dev.sluice.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who has the database file, and may write it, changes what was recorded. */
@Tag("long")
class TamperTest {
    private static final int CHANGES = Integer.getInteger("tamper.changes", 300);
    private static final int LEADS = 12;
    private static final List<String> TEXTS = List.of("type", "flow", "source", "step", "entity", "outcome", "reason");
    private static final List<String> NUMBERS =
            List.of("at", "v", "rev", "generation", "attempt", "cost", "revenue", "duration_ms", "test");
    private static final SealSigner SIGNER =
            SealSigner.secret("2026", "a secret outside of the store".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private final List<Seal> handed = new ArrayList<>();

    @BeforeEach
    void write() {
        try (Store store = JdbcStore.open(url());
                Sluice sluice = Sluice.builder().store(store).build()) {
            Seals seals = Seals.over(sluice, SIGNER, handed::add);
            for (int i = 0; i < LEADS; i++) {
                Leads leads = new Leads(store);
                leads.begin("lead" + i);
                leads.complete("lead" + i).durable();
                if (i == LEADS / 2) {
                    seals.seal();
                }
            }
            seals.seal();
        }
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("leads.db");
    }

    private Optional<Seal> lastHanded() {
        return Optional.of(handed.get(handed.size() - 1));
    }

    private LogCheck verify(Optional<Seal> kept) {
        try (Store store = JdbcStore.open(url())) {
            return LogCheck.of(store, "default", Optional.of(SIGNER), kept);
        }
    }

    /** As fast as it goes: opens the file once, and looks at it as any reader does. */
    private LogCheck look(JdbcLog log) {
        return LogCheck.of(log.stored(), handed, Optional.of(SIGNER), Optional.empty());
    }

    @Test
    void a_log_that_nobody_touched_is_intact() {
        LogCheck check = verify(lastHanded());

        assertThat(check.breaches()).isEmpty();
        assertThat(check.events()).isEqualTo(LEADS * 3);
        assertThat(check.sealed()).isEqualTo(LEADS * 3);
        assertThat(check.seals()).isEqualTo(2);
    }

    @Test
    void every_random_change_is_found() throws SQLException {
        try (Connection attacker = attacker();
                JdbcLog log = JdbcLog.open(url())) {
            execute(attacker, "create table saved as select * from event");
            Random random = new Random(11);
            int done = 0;
            while (done < CHANGES) {
                String change = change(random);
                if (changes(attacker, change) > 0) {
                    assertThat(look(log).breaches()).as(change).isNotEmpty();
                    done++;
                }
                execute(attacker, "delete from event");
                execute(attacker, "insert into event select * from saved");
            }
            assertThat(look(log).breaches()).isEmpty();
        }
    }

    /** Drops what the schema has against it, as somebody with the file may. */
    private Connection attacker() throws SQLException {
        Connection attacker = DriverManager.getConnection(url());
        execute(attacker, "pragma synchronous = off");
        execute(attacker, "drop trigger event_is_final");
        execute(attacker, "drop trigger event_stays");
        return attacker;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int changes(Connection connection, String sql) throws SQLException {
        int all = 0;
        try (Statement statement = connection.createStatement()) {
            for (String one : sql.split(";")) {
                all += statement.executeUpdate(one);
            }
        }
        return all;
    }

    /** Flip, drop, swap, insert or truncate. */
    private static String change(Random random) {
        int position = 1 + random.nextInt(LEADS * 3);
        int other = 1 + (position + random.nextInt(LEADS * 3 - 1)) % (LEADS * 3);
        String here = " where position = " + position;
        return switch (random.nextInt(12)) {
            case 0 -> "update event set " + one(TEXTS, random) + " = 'x" + random.nextInt(100) + "'" + here;
            case 1 -> "update event set " + one(NUMBERS, random) + " = " + (90 + random.nextInt(1_000)) + here;
            case 2 -> flip("clear", position, random);
            case 3 -> flip("hash", position, random);
            case 4 ->
                "update event set " + one(List.of("sealed", "detail"), random) + " = x'" + hex(random) + "'" + here;
            case 5 -> "update event set gone = x'" + hex(random) + "'" + here;
            case 6 -> "update event set clear = null" + here;
            case 7 -> "delete from event" + here;
            case 8 -> "delete from event where position >= " + position;
            case 9 -> swap(position, other);
            case 10 ->
                "insert into event (account, stream, seq, type, at, v, clear, hash) select account, stream || 'x',"
                        + " seq, type, at, v, clear, hash from event" + here;
            default -> swapRows(position, other);
        };
    }

    private static <T> T one(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static String hex(Random random) {
        return String.format("%02x", random.nextInt(256)).repeat(1 + random.nextInt(40));
    }

    private static String flip(String column, int position, Random random) {
        int at = 1 + random.nextInt(8);
        return "update event set " + column + " = cast(substr(" + column + ", 1, " + (at - 1) + ") || x'fe' || substr("
                + column + ", " + (at + 1) + ") as blob) where position = " + position;
    }

    /** What two events hold changes places. */
    private static String swap(int one, int other) {
        return "update event set clear = (select clear from saved where position = " + other + "), reason = 'swapped'"
                + " where position = " + one;
    }

    /** Two rows change places, with everything that they hold. */
    private static String swapRows(int one, int other) {
        return "update event set position = -1 where position = " + one + ";update event set position = " + one
                + " where position = " + other + ";update event set position = " + other + " where position = -1";
    }

    @Test
    void a_store_that_was_put_back_is_found_only_with_the_seal_that_was_kept_outside() throws IOException {
        Path earlier = Files.copy(folder.resolve("leads.db"), folder.resolve("earlier.db"));
        try (Store store = JdbcStore.open(url());
                Sluice sluice = Sluice.builder().store(store).build()) {
            new Leads(store).begin("more").durable();
            Seals.over(sluice, SIGNER, handed::add).seal();
        }
        assertThat(verify(lastHanded()).breaches()).isEmpty();
        Files.deleteIfExists(folder.resolve("leads.db-wal"));
        Files.deleteIfExists(folder.resolve("leads.db-shm"));
        Files.move(earlier, folder.resolve("leads.db"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(verify(Optional.empty()).breaches()).isEmpty();
        assertThat(verify(lastHanded()).breaches()).extracting(Breach::kind).containsExactly(Breach.Kind.ROLLED_BACK);
    }

    @Test
    void who_seals_without_the_key_is_found() {
        try (Store store = JdbcStore.open(url())) {
            SealSigner other = SealSigner.secret("2026", new byte[] {1});
            LogCheck check = LogCheck.of(store, "default", Optional.of(other), Optional.empty());
            assertThat(check.breaches()).extracting(Breach::kind).containsOnly(Breach.Kind.SEAL);
        }
    }

    @Test
    void a_seal_that_is_gone_is_missed() throws SQLException {
        try (Connection attacker = attacker()) {
            execute(attacker, "delete from doc where kind = 'seal' and id = '1'");
        }
        assertThat(verify(lastHanded()).breaches()).extracting(Breach::kind).contains(Breach.Kind.SEAL);
    }

    @Test
    void the_host_gets_each_seal_and_again_the_ones_that_it_may_have_lost() {
        List<Seal> again = new ArrayList<>();
        try (Store store = JdbcStore.open(url());
                Sluice sluice = Sluice.builder().store(store).build()) {
            Seals broken = Seals.over(sluice, SIGNER, seal -> {
                throw new IllegalStateException("the host is away");
            });
            new Leads(store).begin("more").durable();
            assertThat(catchThrowable(broken::seal)).isInstanceOf(IllegalStateException.class);
            Seals.over(sluice, SIGNER, again::add).every(Duration.ofHours(1));
            sluice.runDue(10);
        }
        assertThat(handed).extracting(Seal::no).containsExactly(1L, 2L);
        assertThat(again).extracting(Seal::no).containsExactly(3L);
        assertThat(Seal.read(again.get(0).text()).orElseThrow().digest())
                .isEqualTo(again.get(0).digest());
    }

    @Test
    void seals_may_be_signed_by_a_pair_of_keys() throws NoSuchAlgorithmException {
        SealSigner pair = SealSigner.ed25519(
                "pair", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        byte[] seal = handed.get(0).material();

        assertThat(pair.isSigned("pair", seal, pair.sign(seal))).isTrue();
        assertThat(pair.isSigned("other", seal, pair.sign(seal))).isFalse();
        assertThat(pair.isSigned("pair", seal, SIGNER.sign(seal))).isFalse();
        seal[3] ^= 1;
        assertThat(pair.isSigned("pair", seal, pair.sign(handed.get(0).material())))
                .isFalse();
    }
}
