package dev.sluice.s3;

import dev.sluice.delivery.testkit.BreakingRelay;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A real server on this machine that speaks S3, checks signatures and keeps files in memory. */
final class S3Server {
    static final String ACCESS = "AKIDEXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    static final String BUCKET = "leads-out";

    private final Quota quota = new Quota(BlobStores.create("transient-nio2", new Properties()));
    private final S3Proxy server;
    private final BreakingRelay relay;
    private final S3Client direct;

    S3Server() throws Exception {
        server = S3Proxy.builder()
                .blobStore(quota)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS, SECRET)
                .ignoreUnknownHeaders(true)
                .build();
        server.start();
        relay = BreakingRelay.to(server.getPort());
        direct = S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getPort()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS, SECRET)))
                .build();
        direct.createBucket(create -> create.bucket(BUCKET));
    }

    /** Where it is, behind a network that can break. */
    URI address() {
        return URI.create("http://127.0.0.1:" + relay.port());
    }

    BreakingRelay network() {
        return relay;
    }

    void full(boolean full) {
        quota.full = full;
    }

    /** What stands in the bucket, by key. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        for (S3Object one : direct.listObjectsV2(list -> list.bucket(BUCKET)).contents()) {
            files.put(
                    one.key(),
                    direct.getObjectAsBytes(get -> get.bucket(BUCKET).key(one.key()))
                            .asByteArray());
        }
        return files;
    }

    int unfinished() {
        return direct.listMultipartUploads(list -> list.bucket(BUCKET))
                .uploads()
                .size();
    }

    void clear() {
        files().keySet()
                .forEach(key ->
                        direct.deleteObject(delete -> delete.bucket(BUCKET).key(key)));
        quota.full = false;
    }

    void close() throws Exception {
        direct.close();
        relay.close();
        server.stop();
    }

    private static final class Quota extends ForwardingBlobStore {
        private volatile boolean full;

        private Quota(BlobStore store) {
            super(store);
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream bytes) {
            if (full) {
                throw S3Exceptions.fromStatusCode(507);
            }
            return super.putBlob(request, bytes);
        }
    }
}
