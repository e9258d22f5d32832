package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.sluice.Authentication;
import dev.sluice.Ids;
import dev.sluice.SourceAuthenticator;
import dev.sluice.Time;
import dev.sluice.WorkingKeys;
import dev.sluice.alert.AlertAction;
import dev.sluice.audit.SealSigner;
import dev.sluice.delivery.Secrets;
import dev.sluice.distribution.BuyerScorer;
import dev.sluice.feedback.FeedbackForwarder;
import dev.sluice.inbound.StatusMapper;
import dev.sluice.partner.Notice;
import dev.sluice.partner.Notifier;
import dev.sluice.pricing.MetricsProvider;
import dev.sluice.pricing.PriceQuote;
import dev.sluice.pricing.PricingService;
import dev.sluice.rules.ExpressionProgram;
import dev.sluice.rules.Expressions;
import dev.sluice.rules.ObscenityChecker;
import dev.sluice.rules.PrivacyPolicy;
import dev.sluice.templates.Helper;
import dev.sluice.types.At;
import dev.sluice.types.CertificateDecoder;
import dev.sluice.types.Obj;
import dev.sluice.types.Pii;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Each contract of what a host brings finds what is wrong with one that is broken. */
class HostContractsHaveTeethTest {
    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(LetsAllIn.class, 3),
                Arguments.of(CountsWhenAsked.class, 2),
                Arguments.of(TakesNoInvitation.class, 1),
                Arguments.of(TakesNoGroup.class, 1),
                Arguments.of(AnswersOnce.class, 1),
                Arguments.of(ForgetsKeys.class, 1),
                Arguments.of(SignsAnything.class, 3),
                Arguments.of(NeverWaits.class, 2),
                Arguments.of(Counts.class, 3),
                Arguments.of(FindsWholeTextsOnly.class, 1),
                Arguments.of(ThrowsOnJunk.class, 2),
                Arguments.of(AllPublic.class, 1),
                Arguments.of(NamesNoPaths.class, 3),
                Arguments.of(TellsAll.class, 1),
                Arguments.of(AlwaysFine.class, 1),
                Arguments.of(SameIds.class, 2),
                Arguments.of(BelowNothing.class, 1),
                Arguments.of(NoScore.class, 1));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void what_is_broken_fails(Class<?> contract, int atLeast) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();

        assertThat(tests.started().count()).isPositive();
        assertThat(tests.failed().count()).isGreaterThanOrEqualTo(atLeast);
    }

    static class LetsAllIn extends SourceAuthenticatorContract {
        @Override
        protected SourceAuthenticator authenticator() {
            return attempt -> Authentication.ACCEPTED;
        }

        @Override
        protected String credential() {
            return "open sesame";
        }
    }

    static class CountsWhenAsked extends MetricsProviderContract {
        private final AtomicLong asked = new AtomicLong();

        @Override
        protected MetricsProvider provider() {
            return (flow, source, at) -> Obj.EMPTY.with("daily_count", Value.number(asked.incrementAndGet()));
        }
    }

    static class TakesNoInvitation extends NotifierContract {
        @Override
        protected Notifier notifier() {
            return notice -> {
                if (notice.kind() == Notice.Kind.INVITED) {
                    throw new IllegalArgumentException(notice.to().orElseThrow());
                }
            };
        }
    }

    static class TakesNoGroup extends AlertActionContract {
        @Override
        protected AlertAction action() {
            return alert -> alert.group().charAt(0);
        }
    }

    static class AnswersOnce extends FeedbackForwarderContract {
        private int calls;

        @Override
        protected FeedbackForwarder forwarder() {
            return feedback -> calls++ % 2 == 0
                    ? FeedbackForwarder.Answer.success()
                    : FeedbackForwarder.Answer.failure("Seen before");
        }
    }

    static class ForgetsKeys extends WorkingKeysContract {
        private int generation;

        @Override
        protected WorkingKeys keys() {
            return WorkingKeys.of("key " + generation, new byte[16 + generation % 2 * 8]);
        }

        @Override
        protected void rotate() {
            generation++;
        }
    }

    static class SignsAnything extends SealSignerContract {
        @Override
        protected SealSigner signer() {
            return new SealSigner() {
                @Override
                public String key() {
                    return "any";
                }

                @Override
                public byte[] sign(byte[] seal) {
                    return new byte[32];
                }

                @Override
                public boolean isSigned(String key, byte[] seal, byte[] signature) {
                    return true;
                }
            };
        }
    }

    static class NeverWaits extends TimeContract {
        @Override
        protected Time time() {
            return new Time() {
                @Override
                public Instant instant() {
                    return Instant.EPOCH;
                }

                @Override
                public long nanos() {
                    return 0;
                }

                @Override
                public void await(Duration duration) {}
            };
        }
    }

    static class Counts extends HelperContract {
        private final AtomicLong calls = new AtomicLong();

        @Override
        protected Helper helper() {
            return call -> new Text(call.arguments().get(0).text() + calls.incrementAndGet());
        }

        @Override
        protected List<Value> example() {
            return List.of(new Text("a"));
        }

        @Override
        protected String result() {
            return "a1";
        }
    }

    static class FindsWholeTextsOnly extends ObscenityCheckerContract {
        @Override
        protected ObscenityChecker checker() {
            return "blast"::equals;
        }

        @Override
        protected String obscene() {
            return "blast";
        }
    }

    static class ThrowsOnJunk extends CertificateDecoderContract {
        @Override
        protected CertificateDecoder decoder() {
            return id -> Optional.of(id.substring(3)).map(known -> CertificateDecoder.Certificate.UNKNOWN);
        }

        @Override
        protected String genuine() {
            return "0.genuine";
        }
    }

    static class AllPublic extends PrivacyPolicyContract {
        @Override
        protected PrivacyPolicy policy() {
            return ref -> Pii.NONE;
        }
    }

    static class NamesNoPaths extends ExpressionsContract {
        @Override
        protected Expressions expressions() {
            return (text, layout, stage) -> new ExpressionProgram() {
                @Override
                public Value evaluate(Scope scope, At at) {
                    return Value.number(5);
                }

                @Override
                public List<Ref> refs() {
                    return List.of();
                }
            };
        }
    }

    static class TellsAll extends SecretsContract {
        @Override
        protected Secrets secrets() {
            return name -> "s3cret";
        }

        @Override
        protected String known() {
            return "crm-token";
        }
    }

    static class AlwaysFine extends StatusMapperContract {
        @Override
        protected StatusMapper mapper() {
            return new PluginsOfTheHostTest.Yes(200, 200);
        }
    }

    static class SameIds extends IdsContract {
        @Override
        protected Ids ids() {
            return prefix -> prefix + "1";
        }
    }

    static class BelowNothing extends PricingServiceContract {
        @Override
        protected PricingService service() {
            return request -> PriceQuote.of("99999999");
        }
    }

    static class NoScore extends BuyerScorerContract {
        @Override
        protected BuyerScorer scorer() {
            return request -> new BigDecimal("0." + "1".repeat(200));
        }
    }
}
