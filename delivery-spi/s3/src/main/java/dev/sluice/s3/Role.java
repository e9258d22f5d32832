package dev.sluice.s3;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.transport.Settings;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.model.Credentials;

/** A role that the owner of a bucket lets us take: its keys, for the time of one file. */
final class Role {
    /** How the owner of the bucket sees us in its logs. */
    private static final String SESSION = "sluice";
    /** The shortest there is, and longer than a try of a file may take. */
    private static final int SECONDS = 900;

    private Role() {}

    /** Asks for keys of the role that settings name, as who has {@code own}. */
    static AwsCredentialsProvider take(
            Settings settings, AwsCredentialsProvider own, @Nullable URI endpoint, Deadline deadline) {
        StsClientBuilder client = StsClient.builder()
                .credentialsProvider(own)
                .region(Region.of(settings.text("region", "")))
                .overrideConfiguration(Calls.of(settings, deadline));
        if (endpoint != null) {
            client.endpointOverride(endpoint);
        }
        try (StsClient roles = client.build()) {
            Credentials given = roles.assumeRole(role -> role.roleArn(settings.text("role", ""))
                            .externalId(settings.credential("externalId").orElse(null))
                            .roleSessionName(SESSION)
                            .durationSeconds(SECONDS))
                    .credentials();
            return StaticCredentialsProvider.create(
                    AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken()));
        }
    }
}
