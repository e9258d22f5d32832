package dev.sluice.testkit;

import dev.sluice.Authentication;
import dev.sluice.Ids;
import dev.sluice.PingResult;
import dev.sluice.SourceAuthenticator;
import dev.sluice.Submission;
import dev.sluice.Time;
import dev.sluice.WorkingKeys;
import dev.sluice.alert.Alert;
import dev.sluice.alert.AlertAction;
import dev.sluice.audit.SealSigner;
import dev.sluice.delivery.Secrets;
import dev.sluice.distribution.BuyerScorer;
import dev.sluice.export.ExportListener;
import dev.sluice.feedback.FeedbackForwarder;
import dev.sluice.feedback.FeedbackForwarder.Answer;
import dev.sluice.inbound.StatusMapper;
import dev.sluice.partner.Notifier;
import dev.sluice.pricing.MetricsProvider;
import dev.sluice.pricing.PriceQuote;
import dev.sluice.pricing.PricingService;
import dev.sluice.rules.Expressions;
import dev.sluice.rules.ObscenityChecker;
import dev.sluice.rules.PrivacyPolicy;
import dev.sluice.rules.Rules;
import dev.sluice.templates.Helper;
import dev.sluice.templates.Templates;
import dev.sluice.types.CertificateDecoder;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Nested;

/** The contracts of what a host may bring, on the simplest that keep them. */
class PluginsOfTheHostTest {
    @Nested
    class AnExportListener extends ExportListenerContract {
        private final Queue<Long> rows = new ConcurrentLinkedQueue<>();

        @Override
        protected ExportListener listener() {
            return (row, share) -> rows.add(row);
        }
    }

    @Nested
    class APricingService extends PricingServiceContract {
        @Override
        protected PricingService service() {
            return request -> PriceQuote.of("12.50");
        }
    }

    @Nested
    class AScorer extends BuyerScorerContract {
        @Override
        protected BuyerScorer scorer() {
            return request -> new BigDecimal("0.5");
        }
    }

    @Nested
    class CountingIds extends IdsContract {
        private final Ids ids = SequentialIds.create();

        @Override
        protected Ids ids() {
            return ids;
        }
    }

    @Nested
    class TimeOrderedIds extends IdsContract {
        private final Ids ids = Ids.timeOrdered(VirtualTime.at(Instant.EPOCH), 1);

        @Override
        protected Ids ids() {
            return ids;
        }
    }

    @Nested
    class AnAuthenticator extends SourceAuthenticatorContract {
        @Override
        protected SourceAuthenticator authenticator() {
            return attempt -> attempt.credential().filter("open sesame"::equals).isPresent()
                    ? Authentication.ACCEPTED
                    : Authentication.REFUSED;
        }

        @Override
        protected String credential() {
            return "open sesame";
        }
    }

    @Nested
    class Metrics extends MetricsProviderContract {
        @Override
        protected MetricsProvider provider() {
            return (flow, source, at) ->
                    source.equals("web") ? Obj.EMPTY.with("daily_count", Value.number(12)) : Obj.EMPTY;
        }
    }

    @Nested
    class ASilentNotifier extends NotifierContract {
        @Override
        protected Notifier notifier() {
            return Notifier.SILENT;
        }
    }

    @Nested
    class AnAlertAction extends AlertActionContract {
        private final Queue<Alert> raised = new ConcurrentLinkedQueue<>();

        @Override
        protected AlertAction action() {
            return raised::add;
        }
    }

    @Nested
    class AForwarder extends FeedbackForwarderContract {
        @Override
        protected FeedbackForwarder forwarder() {
            return feedback -> feedback.source().equals("web") ? Answer.success() : Answer.failure("Unknown source");
        }
    }

    @Nested
    class AWorkingKey extends WorkingKeysContract {
        private final WorkingKeys keys = WorkingKeys.of("2026-01", new byte[32]);

        @Override
        protected WorkingKeys keys() {
            return keys;
        }
    }

    @Nested
    class SignedByASecret extends SealSignerContract {
        @Override
        protected SealSigner signer() {
            return SealSigner.secret("hmac", new byte[32]);
        }
    }

    @Nested
    class SignedByAPairOfKeys extends SealSignerContract {
        private final KeyPair pair = pair();

        private static KeyPair pair() {
            try {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        }

        @Override
        protected SealSigner signer() {
            return SealSigner.ed25519("pair", pair);
        }
    }

    @Nested
    class TheMachinesTime extends TimeContract {
        @Override
        protected Time time() {
            return Time.system();
        }
    }

    @Nested
    class TimeThatMovesWhenTold extends TimeContract {
        private final VirtualTime time = VirtualTime.at(Instant.EPOCH);

        @Override
        protected Time time() {
            return time;
        }

        @Override
        protected boolean blocks() {
            return false;
        }
    }

    @Nested
    class AHelper extends HelperContract {
        @Override
        protected Helper helper() {
            return call -> new Text("*" + call.argument(0).text() + "*");
        }

        @Override
        protected List<Value> example() {
            return List.of(new Text("loud"));
        }

        @Override
        protected String result() {
            return "*loud*";
        }
    }

    @Nested
    class ObsceneWords extends ObscenityCheckerContract {
        @Override
        protected ObscenityChecker checker() {
            return ObscenityChecker.words(List.of("blast"));
        }

        @Override
        protected String obscene() {
            return "Blast";
        }
    }

    @Nested
    class WithoutKeysOfCertificates extends CertificateDecoderContract {
        @Override
        protected CertificateDecoder decoder() {
            return CertificateDecoder.withoutKeys();
        }

        @Override
        protected String genuine() {
            return "0.2FVDxGxyz";
        }
    }

    @Nested
    class PrivacyByType extends PrivacyPolicyContract {
        @Override
        protected PrivacyPolicy policy() {
            return PrivacyPolicy.BY_TYPE;
        }
    }

    @Nested
    class TrustedExpressions extends ExpressionsContract {
        @Override
        protected Expressions expressions() {
            return (text, layout, stage) ->
                    Rules.with(layout, stage, Templates.standard()).expression(text);
        }
    }

    @Nested
    class ASecret extends SecretsContract {
        @Override
        protected Secrets secrets() {
            return name -> name.equals("crm-token") ? "s3cret" : null;
        }

        @Override
        protected String known() {
            return "crm-token";
        }
    }

    @Nested
    class Statuses extends StatusMapperContract {
        @Override
        protected StatusMapper mapper() {
            return new Yes(200, 503);
        }
    }

    /** One status for what is known, another for what is not. */
    record Yes(int known, int unknown) implements StatusMapper {
        @Override
        public int of(Submission answer) {
            return answer.status() == Submission.Status.UNSETTLED ? unknown : known;
        }

        @Override
        public int of(PingResult answer) {
            return known;
        }
    }
}
