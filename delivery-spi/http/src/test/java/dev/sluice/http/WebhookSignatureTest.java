package dev.sluice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    /** The example that the specification's libraries share. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void the_published_example_is_signed_alike() {
        assertThat(WebhookSignature.sign(List.of(SECRET), ID, AT, BODY)).isEqualTo(SIGNATURE);
        assertThat(WebhookSignature.verify(List.of(SECRET), ID, AT, BODY, SIGNATURE, AT))
                .isTrue();
    }

    @Test
    void while_secrets_change_either_will_do() {
        String both = WebhookSignature.sign(List.of("new secret", SECRET), ID, AT, BODY);

        assertThat(both.split(" ")).hasSize(2).contains(SIGNATURE);
        assertThat(WebhookSignature.verify(List.of(SECRET), ID, AT, BODY, both, AT))
                .isTrue();
        assertThat(WebhookSignature.verify(List.of("new secret"), ID, AT, BODY, both, AT))
                .isTrue();
        assertThat(WebhookSignature.verify(List.of("other"), ID, AT, BODY, both, AT))
                .isFalse();
    }

    @Test
    void a_timestamp_may_be_five_minutes_off() {
        for (int sign : new int[] {-1, 1}) {
            assertThat(WebhookSignature.verify(List.of(SECRET), ID, AT, BODY, SIGNATURE, AT.plusSeconds(sign * 300L)))
                    .isTrue();
            assertThat(WebhookSignature.verify(List.of(SECRET), ID, AT, BODY, SIGNATURE, AT.plusSeconds(sign * 301L)))
                    .isFalse();
        }
    }

    @Test
    void one_changed_bit_is_found() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            StringBuilder body = new StringBuilder(BODY);
            int at = random.nextInt(body.length());
            body.setCharAt(at, (char) (body.charAt(at) ^ (1 << random.nextInt(7))));

            assertThat(WebhookSignature.verify(List.of(SECRET), ID, AT, body.toString(), SIGNATURE, AT))
                    .isFalse();
        }
    }

    @Test
    void an_id_with_a_dot_and_no_secret_are_refused() {
        assertThatThrownBy(() -> WebhookSignature.sign(List.of(SECRET), "a.b", AT, BODY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebhookSignature.sign(List.of(), ID, AT, BODY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
