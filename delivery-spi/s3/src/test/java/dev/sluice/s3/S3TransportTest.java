package dev.sluice.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.testkit.TransportContract;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

@Tag("real-server")
class S3TransportTest extends TransportContract {
    private static S3Server server;

    private URI address = server.address();

    @BeforeAll
    static void start() throws Exception {
        server = new S3Server();
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    @AfterEach
    void clear() {
        server.clear();
    }

    private static @Nullable String secret(String name) {
        return name.equals("s3") ? S3Server.SECRET : null;
    }

    @Override
    protected Transport transport() {
        return S3Transport.create(S3TransportTest::secret).at(address);
    }

    @Override
    protected Obj config() {
        return (Obj) Value.of(Map.of(
                "bucket", S3Server.BUCKET,
                "region", "us-east-1",
                "accessKey", S3Server.ACCESS,
                "secretKey", "{s3}",
                "path", "/{year}/{month}"));
    }

    @Override
    protected Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        server.files().forEach((key, bytes) -> files.put(key.substring(key.lastIndexOf('/') + 1), bytes));
        return files;
    }

    @Override
    protected void drop() {
        server.network().breakAfter(100_000);
    }

    @Override
    protected void fill() {
        server.full(true);
    }

    @Override
    protected void free() {
        server.full(false);
    }

    /** Nobody listens on the port of who has nothing to say. */
    @Override
    protected void stop() throws IOException {
        address = URI.create("http://127.0.0.1:1");
    }

    @Test
    void a_key_has_folders_made_of_tokens() {
        assertThat(put(file("a.csv", new byte[3])))
                .isEqualTo(TransportResult.delivered("s3://leads-out/2026/03/a.csv"));
        assertThat(server.files()).containsOnlyKeys("2026/03/a.csv");
    }

    @Test
    void a_file_that_is_larger_than_a_part_goes_in_several() {
        byte[] bytes = new byte[(int) S3Transport.LEAST_PART + 1_000_000];
        bytes[bytes.length - 1] = 7;
        assertThat(put(file("a.csv", bytes), config().with("partBytes", Value.number(S3Transport.LEAST_PART))))
                .isInstanceOf(TransportResult.Delivered.class);
        assertThat(server.files().get("2026/03/a.csv")).isEqualTo(bytes);
    }

    @Test
    void parts_of_a_file_that_breaks_are_taken_away() {
        byte[] bytes = new byte[(int) S3Transport.LEAST_PART + 1_000_000];
        OutgoingFile shorter =
                new OutgoingFile("a.csv", "text/csv", bytes.length + 1, null, () -> new ByteArrayInputStream(bytes));
        assertThat(put(shorter, config().with("partBytes", Value.number(S3Transport.LEAST_PART))))
                .isEqualTo(TransportResult.failed("The file cannot be read: IOException"));
        assertThat(server.files()).isEmpty();
        assertThat(server.unfinished()).isZero();
    }

    @Test
    void a_network_that_breaks_once_is_no_reason_to_wait_for_the_next_try() {
        long before = server.network().broken();
        server.network().breakAfter(100_000);
        assertThat(put(file("a.csv", new byte[400_000]))).isInstanceOf(TransportResult.Delivered.class);
        assertThat(server.network().broken()).isEqualTo(before + 1);
        assertThat(server.files().get("2026/03/a.csv")).hasSize(400_000);
    }

    @Test
    void a_role_of_the_host_serves_as_well_as_keys() {
        Transport transport = S3Transport.create(name -> null)
                .at(address)
                .credentials(
                        "warehouse",
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Server.ACCESS, S3Server.SECRET)));
        Obj config =
                (Obj) Value.of(Map.of("bucket", S3Server.BUCKET, "region", "us-east-1", "credentials", "warehouse"));
        assertThat(transport.check(config)).isEmpty();
        assertThat(transport.check(config.with("credentials", Value.text("other"))))
                .extracting(ConfigProblem::pointer)
                .containsExactly("/credentials");
    }

    private static Obj assuming(String externalId) {
        return (Obj) Value.of(Map.of(
                "bucket",
                S3Server.BUCKET,
                "region",
                "us-east-1",
                "credentials",
                "machine",
                "role",
                "arn:aws:iam::123456789012:role/leads",
                "externalId",
                externalId));
    }

    @Test
    void a_role_of_the_buckets_owner_is_taken_by_who_the_host_is() throws IOException {
        try (RoleServer roles = new RoleServer()) {
            Transport transport = S3Transport.create(name -> name.equals("buyer") ? RoleServer.EXTERNAL_ID : null)
                    .at(address)
                    .rolesAt(roles.address())
                    .credentials(
                            "machine",
                            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDHOST", "host's own")));
            assertThat(transport.check(assuming("{buyer}"))).isEmpty();
            assertThat(put(transport, assuming("{buyer}")))
                    .isEqualTo(TransportResult.delivered("s3://leads-out/a.csv"));
            assertThat(roles.asked.get(0))
                    .contains("Action=AssumeRole", "RoleArn=arn:aws:iam::123456789012:role/leads");
            assertThat(put(transport, assuming("guess")))
                    .isEqualTo(TransportResult.failed("The role cannot be taken: status 403"));
        }
        assertThat(server.files()).containsOnlyKeys("a.csv");
    }

    private static TransportResult put(Transport transport, Obj config) {
        return transport.put(new TransportRequest(
                file("a.csv", new byte[3]),
                config,
                TOKENS,
                "batch_nightly-7",
                Deadline.in(Duration.ofSeconds(20), System::nanoTime)));
    }

    @Test
    void keys_that_are_wrong_are_told() {
        assertThat(put(file("a.csv", new byte[3]), config().with("secretKey", Value.text("guess"))))
                .isEqualTo(TransportResult.failed("The server refuses: status 403"));
    }

    @Test
    void settings_that_are_wrong_are_named() {
        Obj wrong = (Obj) Value.of(Map.of(
                "bucket",
                "evil/../x",
                "region",
                "x.evil.example/",
                "accessKey",
                "A",
                "path",
                "../{dat}",
                "partBytes",
                1));
        assertThat(transport().check(wrong))
                .extracting(ConfigProblem::pointer)
                .containsExactly("/bucket", "/region", "/partBytes", "/path", "/path", "/secretKey");
        assertThat(put(file("a.csv", new byte[3]), wrong)).isInstanceOf(TransportResult.Failed.class);
    }
}
