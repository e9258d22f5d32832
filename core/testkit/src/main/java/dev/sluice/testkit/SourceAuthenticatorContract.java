package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Authentication;
import dev.sluice.SourceAuthenticator;
import dev.sluice.SourceAuthenticator.Attempt;
import dev.sluice.delivery.Deadline;
import dev.sluice.types.Obj;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link SourceAuthenticator} keeps to; extend it, give one and a credential that it knows. */
public abstract class SourceAuthenticatorContract {
    /** The judge, ready to be asked. */
    protected abstract SourceAuthenticator authenticator();

    /** What proves {@link #source}. */
    protected abstract String credential();

    /** The source that the credential belongs to; {@code web} by default. */
    protected String source() {
        return "web";
    }

    private Authentication judged(String source, Optional<String> credential) {
        Deadline deadline = Deadline.in(Duration.ofSeconds(5), System::nanoTime);
        return authenticator()
                .authenticate(
                        new Attempt("default", "flow", source, Optional.empty(), credential, Obj.EMPTY, deadline));
    }

    /** The source with what proves it. */
    @Test
    protected void who_proves_itself_is_let_in() {
        assertThat(judged(source(), Optional.of(credential()))).isEqualTo(Authentication.ACCEPTED);
    }

    /** Nothing proves nothing. */
    @Test
    protected void nobody_comes_in_without_a_credential() {
        assertThat(judged(source(), Optional.empty())).isNotNull().isNotEqualTo(Authentication.ACCEPTED);
        assertThat(judged(source(), Optional.of(""))).isNotNull().isNotEqualTo(Authentication.ACCEPTED);
    }

    /** A part of it, more than it, or the same in another case. */
    @Test
    protected void what_is_only_like_the_credential_is_refused() {
        String known = credential();
        assertThat(known).as("a credential of some length").hasSizeGreaterThan(3);
        for (String like : new String[] {known.substring(1), known + "x", known + "\u0000", " " + known}) {
            assertThat(judged(source(), Optional.of(like))).isNotNull().isNotEqualTo(Authentication.ACCEPTED);
        }
    }

    /** Whatever comes, it is judged and nothing is thrown. */
    @Test
    protected void hostile_credentials_are_refused() {
        for (String hostile : HostileTexts.all()) {
            assertThat(judged(source(), Optional.of(hostile))).isNotNull().isNotEqualTo(Authentication.ACCEPTED);
        }
    }

    /** Many leads come at once. */
    @Test
    protected void threads_do_not_disturb_each_other() {
        assertThat(Race.run(
                        16,
                        runner -> () -> runner % 2 == 0
                                ? judged(source(), Optional.of("wrong-" + runner))
                                : Authentication.REFUSED))
                .doesNotContainNull()
                .doesNotContain(Authentication.ACCEPTED);
    }
}
