package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rules.PrivacyPolicy;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Layout;
import dev.sluice.types.Pii;
import dev.sluice.types.Ref;
import dev.sluice.types.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link PrivacyPolicy} keeps to; extend it and give one. */
public abstract class PrivacyPolicyContract {
    private static final FieldTypes TYPES = FieldTypes.standard();
    private static final Layout LAYOUT = Layout.builder()
            .field("email", TYPES.named("email").orElseThrow())
            .field(
                    "password",
                    TYPES.named("password").orElse(TYPES.named("string").orElseThrow()))
            .build();

    /** The policy. */
    protected abstract PrivacyPolicy policy();

    private static List<Ref> refs() {
        return List.of(
                        "lead.email",
                        "lead.password",
                        "lead.unknown",
                        "appended.intel.name",
                        "submission.ip",
                        "flow.id",
                        "source.daily_count",
                        "vars.random")
                .stream()
                .map(path -> LAYOUT.compile(path, Stage.RESPONSE))
                .toList();
    }

    /** Whatever is read. */
    @Test
    protected void every_path_has_an_answer() {
        for (Ref ref : refs()) {
            assertThat(policy().of(ref)).as(ref.path()).isNotNull();
            assertThat(policy().style(ref)).as(ref.path()).isNotNull();
        }
    }

    /** Who shows them, shows them on purpose, by the role of a reader. */
    @Test
    protected void what_the_lead_and_look_ups_say_is_not_public_by_itself() {
        assertThat(policy().of(LAYOUT.compile("lead.email", Stage.RESPONSE))).isNotEqualTo(Pii.NONE);
        assertThat(policy().of(LAYOUT.compile("appended.intel.name", Stage.RESPONSE)))
                .isNotEqualTo(Pii.NONE);
    }

    /** Traces of many leads ask at once. */
    @Test
    protected void threads_get_the_same() {
        Ref email = LAYOUT.compile("lead.email", Stage.RESPONSE);

        assertThat(Race.run(8, runner -> () -> policy().of(email))).containsOnly(policy().of(email));
    }
}
