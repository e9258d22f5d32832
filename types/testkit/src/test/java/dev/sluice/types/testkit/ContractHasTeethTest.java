package dev.sluice.types.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.sluice.types.FieldType;
import dev.sluice.types.Missing;
import dev.sluice.types.Parsing;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Types that are wrong in one way each, and the tests that have to find it. */
class ContractHasTeethTest {

    private static Set<String> failedTests(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(event ->
                        ((MethodSource) event.getTestDescriptor().getSource().orElseThrow()).getMethodName())
                .collect(Collectors.toSet());
    }

    abstract static class Broken extends FieldTypeContract {
        private final FieldType broken;

        Broken(FieldType broken) {
            this.broken = broken;
        }

        @Override
        protected FieldType type() {
            return broken;
        }

        @Override
        protected List<String> accepted() {
            return List.of("AB-12345678");
        }
    }

    static class ThrowsOnSurprises extends Broken {
        ThrowsOnSurprises() {
            super(new PolicyNumber() {
                @Override
                public Typed parse(Value input, Parsing parsing) {
                    Integer.parseInt(input.text().substring(3));
                    return super.parse(input, parsing);
                }
            });
        }
    }

    @Test
    void an_exception_is_found() {
        assertThat(failedTests(ThrowsOnSurprises.class))
                .contains("never_throws_and_keeps_what_was_given", "work_stays_proportional_to_the_input");
    }

    static class ForgetsWhatWasGiven extends Broken {
        ForgetsWhatWasGiven() {
            super(new PolicyNumber() {
                @Override
                public Typed parse(Value input, Parsing parsing) {
                    return super.parse(input, parsing).withRaw(Missing.MISSING);
                }
            });
        }
    }

    @Test
    void a_lost_input_is_found() {
        assertThat(failedTests(ForgetsWhatWasGiven.class)).containsExactly("never_throws_and_keeps_what_was_given");
    }

    static class AcceptsNothing extends Broken {
        AcceptsNothing() {
            super(new PolicyNumber());
        }

        @Override
        protected List<String> accepted() {
            return List.of("A-1");
        }
    }

    @Test
    void an_example_that_is_not_accepted_is_found() {
        assertThat(failedTests(AcceptsNothing.class)).containsExactly("accepts_its_examples");
    }

    static class GrowsWithEachReading extends Broken {
        GrowsWithEachReading() {
            super(new PolicyNumber() {
                @Override
                public Typed parse(Value input, Parsing parsing) {
                    return Typed.valid(this, input, new Text(input.text() + "."));
                }
            });
        }
    }

    @Test
    void a_normal_form_that_is_read_as_something_else_is_found() {
        assertThat(failedTests(GrowsWithEachReading.class))
                .containsExactly("reads_its_own_normal_form_as_the_same_value");
    }

    static class ReadsTypedValuesAgain extends Broken {
        ReadsTypedValuesAgain() {
            super(new PolicyNumber() {
                @Override
                public Value read(Value input, Parsing parsing) {
                    return parse(new Text(input.text()), parsing);
                }
            });
        }
    }

    @Test
    void a_typed_value_that_is_read_anew_is_found() {
        assertThat(failedTests(ReadsTypedValuesAgain.class))
                .containsExactly("reading_a_typed_value_again_changes_nothing");
    }

    static class HasAnAliasOfNothing extends Broken {
        HasAnAliasOfNothing() {
            super(new PolicyNumber() {
                @Override
                public Map<String, String> aliases() {
                    return Map.of("number", "serial", "series", "serial");
                }
            });
        }
    }

    @Test
    void an_alias_that_hides_a_component_is_found() {
        assertThat(failedTests(HasAnAliasOfNothing.class)).containsExactly("components_are_those_that_the_type_names");
    }

    static class ShowsItsSerial extends Broken {
        ShowsItsSerial() {
            super(new PolicyNumber() {
                @Override
                public Typed mask(Typed value) {
                    return value.masked(new Text("**"), new Text("**"), new Text("**"), value.component(1));
                }
            });
        }
    }

    static class ShowsShortTexts extends Broken {
        ShowsShortTexts() {
            super(new PolicyNumber() {
                @Override
                public Typed mask(Typed value) {
                    boolean brief = value.raw().text().length() < 4;
                    return brief ? value.masked(value.raw(), value.normal()) : super.mask(value);
                }
            });
        }
    }

    @Test
    void a_mask_that_shows_the_value_is_found() {
        assertThat(failedTests(ShowsItsSerial.class)).containsExactly("masked_form_shows_nothing");
        assertThat(failedTests(ShowsShortTexts.class)).containsExactly("masked_form_shows_nothing");
    }

    static class ListensToTheLocale extends Broken {
        ListensToTheLocale() {
            super(new PolicyNumber() {
                @Override
                public Typed parse(Value input, Parsing parsing) {
                    String upper = input.text().toUpperCase(Locale.getDefault());
                    return Typed.valid(this, input, new Text(upper));
                }
            });
        }

        @Override
        protected List<String> accepted() {
            return List.of("ii-12345678");
        }
    }

    @Test
    void an_answer_that_depends_on_the_locale_is_found() {
        assertThat(failedTests(ListensToTheLocale.class))
                .containsExactly("answers_the_same_under_every_default_locale_and_zone");
    }
}
