package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.rules.ObscenityChecker;
import org.junit.jupiter.api.Test;

/** What every {@link ObscenityChecker} keeps to; extend it, give one, and a text that it finds. */
public abstract class ObscenityCheckerContract {
    private static final String CLEAN = "Please call me in the morning";

    /** The checker. */
    protected abstract ObscenityChecker checker();

    /** A text that it finds obscene. */
    protected abstract String obscene();

    /** What it is for, among other words, too. */
    @Test
    protected void an_obscene_text_is_found() {
        assertThat(checker().isObscene(obscene())).isTrue();
        assertThat(checker().isObscene(CLEAN + " " + obscene())).isTrue();
    }

    /** Most leads are. */
    @Test
    protected void a_clean_text_is_not() {
        assertThat(checker().isObscene(CLEAN)).isFalse();
    }

    /** A lead that is replayed is judged alike. */
    @Test
    protected void the_same_text_has_the_same_answer() {
        for (int i = 0; i < 3; i++) {
            assertThat(checker().isObscene(obscene())).isTrue();
            assertThat(checker().isObscene(CLEAN)).isFalse();
        }
    }

    /** It must not throw. */
    @Test
    protected void hostile_texts_have_an_answer() {
        for (String hostile : HostileTexts.all()) {
            if (!hostile.isBlank()) {
                assertThatCode(() -> checker().isObscene(hostile)).doesNotThrowAnyException();
            }
        }
    }

    /** Rules of many leads ask at once. */
    @Test
    protected void threads_get_the_same_answer() {
        assertThat(Race.run(8, runner -> () -> checker().isObscene(obscene()))).containsOnly(true);
    }
}
