package dev.sluice.s3;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.transport.Digests;
import dev.sluice.delivery.transport.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** One bucket, for one file. For one thread. */
final class Bucket implements AutoCloseable {
    /** The status of a file that must not be there and is. */
    static final int THERE_ALREADY = 412;

    private static final int NOT_THERE = 404;
    private static final long USUAL_PART = 8L << 20;
    private static final long MOST_PARTS = 10_000;

    private final S3Client client;
    private final Settings settings;
    private final String name;

    private Bucket(S3Client client, Settings settings) {
        this.client = client;
        this.settings = settings;
        this.name = settings.text("bucket", "");
    }

    /** Nothing is asked of a server yet. */
    static Bucket open(Settings settings, AwsCredentialsProvider keys, @Nullable URI endpoint, Deadline deadline) {
        S3ClientBuilder client = S3Client.builder()
                .credentialsProvider(keys)
                .region(Region.of(settings.text("region", "")))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .forcePathStyle(endpoint != null)
                .overrideConfiguration(Calls.of(settings, deadline));
        if (endpoint != null) {
            client.endpointOverride(endpoint);
        }
        return new Bucket(client.build(), settings);
    }

    /** What people are told. */
    String place(String key) {
        return "s3://" + name + "/" + key;
    }

    /** How many bytes stand under {@code key}; empty when nothing does. */
    OptionalLong size(String key) {
        try {
            return OptionalLong.of(
                    client.headObject(head -> head.bucket(name).key(key)).contentLength());
        } catch (S3Exception answer) {
            if (answer.statusCode() == NOT_THERE) {
                return OptionalLong.empty();
            }
            throw answer;
        }
    }

    Digests.There there(String key) {
        return new Digests.There() {
            @Override
            public long size() {
                return Bucket.this.size(key).orElse(-1);
            }

            @Override
            public InputStream open() {
                return client.getObject(get -> get.bucket(name).key(key));
            }
        };
    }

    /** Writes the whole file where nothing stands. */
    void put(String key, OutgoingFile file, InputStream bytes) throws IOException {
        long part = Math.max(partBytes(), (file.size() + MOST_PARTS - 1) / MOST_PARTS);
        if (file.size() <= part) {
            once(key, file, bytes.readAllBytes());
        } else {
            inParts(key, file, bytes, (int) part);
        }
    }

    private long partBytes() {
        return settings.text("partBytes").map(Long::parseLong).orElse(USUAL_PART);
    }

    private @Nullable ServerSideEncryption encryption() {
        return settings.text("encryption").map(ServerSideEncryption::fromValue).orElse(null);
    }

    private @Nullable String kmsKey() {
        return settings.text("kmsKey").orElse(null);
    }

    private void once(String key, OutgoingFile file, byte[] bytes) {
        client.putObject(
                put -> put.bucket(name)
                        .key(key)
                        .contentType(file.mediaType())
                        .contentMD5(md5(bytes))
                        .serverSideEncryption(encryption())
                        .ssekmsKeyId(kmsKey())
                        .ifNoneMatch("*"),
                RequestBody.fromBytes(bytes));
    }

    private void inParts(String key, OutgoingFile file, InputStream bytes, int size) throws IOException {
        String upload = client.createMultipartUpload(create -> create.bucket(name)
                        .key(key)
                        .contentType(file.mediaType())
                        .serverSideEncryption(encryption())
                        .ssekmsKeyId(kmsKey()))
                .uploadId();
        try {
            List<CompletedPart> parts = parts(key, upload, bytes, size);
            client.completeMultipartUpload(complete -> complete.bucket(name)
                    .key(key)
                    .uploadId(upload)
                    .multipartUpload(all -> all.parts(parts))
                    .ifNoneMatch("*"));
        } catch (IOException | RuntimeException fault) {
            abandon(key, upload);
            throw fault;
        }
    }

    private List<CompletedPart> parts(String key, String upload, InputStream bytes, int size) throws IOException {
        List<CompletedPart> parts = new ArrayList<>();
        byte[] part = bytes.readNBytes(size);
        while (part.length > 0) {
            parts.add(part(key, upload, parts.size() + 1, part));
            part = bytes.readNBytes(size);
        }
        return parts;
    }

    private CompletedPart part(String key, String upload, int number, byte[] bytes) {
        String tag = client.uploadPart(
                        put -> put.bucket(name)
                                .key(key)
                                .uploadId(upload)
                                .partNumber(number)
                                .contentMD5(md5(bytes)),
                        RequestBody.fromBytes(bytes))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    /** Parts that stay cost money and are seen by nobody; buckets should have a rule that ends them. */
    private void abandon(String key, String upload) {
        try {
            client.abortMultipartUpload(abort -> abort.bucket(name).key(key).uploadId(upload));
        } catch (SdkException gone) {
            // The fault that matters is on its way.
        }
    }

    /** What tells the server of bytes that changed on their way. */
    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5", impossible);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
