package dev.sluice.s3;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.transport.Settings;
import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;

/** How servers are called: within the time there is, and without a look at the machine's own files of settings. */
final class Calls {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private Calls() {}

    static ClientOverrideConfiguration of(Settings settings, Deadline deadline) {
        Duration longest = settings.millis("timeoutMs", TIMEOUT);
        Duration call = deadline.left().compareTo(longest) < 0 ? deadline.left() : longest;
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(call)
                .defaultProfileFileSupplier(() -> ProfileFile.aggregator().build())
                .build();
    }
}
