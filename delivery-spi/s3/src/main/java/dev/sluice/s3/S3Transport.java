package dev.sluice.s3;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.FileName;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.Secrets;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.transport.Digests;
import dev.sluice.delivery.transport.FolderPath;
import dev.sluice.delivery.transport.SettingChecks;
import dev.sluice.delivery.transport.Settings;
import dev.sluice.delivery.transport.WholeFile;
import dev.sluice.types.Obj;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * Files into buckets of S3, or of a server that speaks as it does: {@code bucket region path accessKey secretKey credentials role externalId
 * encryption kmsKey partBytes timeoutMs}, see the README. Large files go in parts, which nobody sees before the last of them is there;
 * a part at a time is in memory. Immutable and safe on any thread.
 */
public final class S3Transport implements Transport {
    /** What buckets take as a part at the least, in bytes. */
    static final long LEAST_PART = 5L << 20;

    private static final long MOST_PART = 1L << 30;
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{2,40}");
    private static final Pattern ROLE =
            Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]{1,512}");
    private static final Set<String> SETTINGS = Set.of(
            "bucket",
            "region",
            "path",
            "accessKey",
            "secretKey",
            "credentials",
            "role",
            "externalId",
            "encryption",
            "kmsKey",
            "partBytes",
            "timeoutMs");

    private final Secrets secrets;
    private final Map<String, AwsCredentialsProvider> providers;
    private final @Nullable URI endpoint;
    private final @Nullable URI roles;

    private S3Transport(
            Secrets secrets,
            Map<String, AwsCredentialsProvider> providers,
            @Nullable URI endpoint,
            @Nullable URI roles) {
        this.secrets = requireNonNull(secrets, "secrets");
        this.providers = Map.copyOf(providers);
        this.endpoint = endpoint;
        this.roles = roles;
    }

    /** With keys out of {@code secrets}, which settings name as {@code {name}}; to the servers of the region. */
    public static S3Transport create(Secrets secrets) {
        return new S3Transport(secrets, Map.of(), null, null);
    }

    /**
     * This, with a source of keys, such as the role that this machine has: settings name it as {@code "credentials": "name"}.
     * They are not the machine's by themselves, because definitions may come from others.
     */
    public S3Transport credentials(String name, AwsCredentialsProvider provider) {
        Map<String, AwsCredentialsProvider> more = new TreeMap<>(providers);
        more.put(requireNonNull(name, "name"), requireNonNull(provider, "provider"));
        return new S3Transport(secrets, more, endpoint, roles);
    }

    /** This, to another server, with buckets in the path of its address. Only the host can name one. */
    public S3Transport at(URI server) {
        return new S3Transport(secrets, providers, requireNonNull(server, "server"), roles);
    }

    /** This, asking another server for the keys of roles. Only the host can name one. */
    public S3Transport rolesAt(URI server) {
        return new S3Transport(secrets, providers, endpoint, requireNonNull(server, "server"));
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        SettingChecks checks = new SettingChecks(config)
                .known(SETTINGS)
                .required("bucket")
                .matching("bucket", BUCKET, "'bucket' has small letters, digits, dots and dashes, 3 to 63 of them")
                .required("region")
                .matching("region", REGION, "'region' is a name such as us-east-1")
                .credential("accessKey", secrets)
                .credential("secretKey", secrets)
                .matching("role", ROLE, "'role' is one such as arn:aws:iam::123456789012:role/name")
                .oneLine("externalId")
                .credential("externalId", secrets)
                .oneOf("encryption", Set.of("AES256", "aws:kms"))
                .number("partBytes", LEAST_PART, MOST_PART)
                .number("timeoutMs", 1, 3_600_000)
                .folder("path");
        keys(config, checks);
        return checks.problems();
    }

    private void keys(Obj config, SettingChecks checks) {
        if (!config.get("credentials").isBlank()) {
            checks.oneOf("credentials", providers.keySet());
        } else {
            checks.required("accessKey").required("secretKey");
        }
    }

    @Override
    public TransportResult put(TransportRequest request) {
        List<ConfigProblem> wrong = check(request.config());
        if (!wrong.isEmpty()) {
            return TransportResult.refused(
                    "The settings are wrong: " + wrong.get(0).text());
        }
        Settings settings = new Settings(request.config(), secrets);
        if (request.deadline().passed()) {
            return TransportResult.failed("There is no time left");
        }
        try (Bucket bucket = Bucket.open(settings, keys(settings, request.deadline()), endpoint, request.deadline())) {
            return put(request, settings, bucket);
        } catch (StsException refused) {
            return TransportResult.failed("The role cannot be taken: status " + refused.statusCode());
        } catch (SdkException fault) {
            return TransportResult.failed(reason(fault));
        } catch (IOException fault) {
            return TransportResult.failed(
                    "The file cannot be read: " + fault.getClass().getSimpleName());
        }
    }

    private AwsCredentialsProvider keys(Settings settings, Deadline deadline) {
        AwsCredentialsProvider own = own(settings);
        return settings.text("role").isEmpty() ? own : Role.take(settings, own, roles, deadline);
    }

    private AwsCredentialsProvider own(Settings settings) {
        AwsCredentialsProvider provider = providers.get(settings.text("credentials", ""));
        return provider != null
                ? provider
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        settings.credential("accessKey").orElse(""),
                        settings.credential("secretKey").orElse("")));
    }

    private static TransportResult put(TransportRequest request, Settings settings, Bucket bucket) throws IOException {
        OutgoingFile file = request.file();
        String key = new FolderPath(
                        false,
                        FolderPath.of(settings.text("path", ""), request.tokens())
                                .names())
                .file(FileName.safe(file.name()));
        if (bucket.size(key).isPresent()) {
            return existing(file, key, bucket);
        }
        try (InputStream bytes = WholeFile.open(file, request.deadline())) {
            bucket.put(key, file, bytes);
            return TransportResult.delivered(bucket.place(key));
        } catch (AwsServiceException answer) {
            return answer.statusCode() == Bucket.THERE_ALREADY ? existing(file, key, bucket) : notPut(answer);
        } catch (SdkException lost) {
            return TransportResult.unknown(reason(lost));
        }
    }

    private static TransportResult existing(OutgoingFile file, String key, Bucket bucket) throws IOException {
        return Digests.isSame(file, bucket.there(key))
                ? TransportResult.alreadyThere(bucket.place(key))
                : TransportResult.refused("'" + bucket.place(key) + "' is there already with other content");
    }

    /** A server that breaks while it answers may have taken the file. */
    private static TransportResult notPut(AwsServiceException answer) {
        boolean broke = answer.statusCode() >= 500 && answer.statusCode() != 503 && answer.statusCode() != 507;
        return broke ? TransportResult.unknown(reason(answer)) : TransportResult.failed(reason(answer));
    }

    /** Nothing that a server wrote but its status. */
    private static String reason(SdkException fault) {
        return fault instanceof AwsServiceException answer
                ? "The server refuses: status " + answer.statusCode()
                : "The server cannot be reached, or the connection broke";
    }
}
