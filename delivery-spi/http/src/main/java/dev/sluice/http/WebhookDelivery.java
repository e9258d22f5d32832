package dev.sluice.http;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Bid;
import dev.sluice.delivery.CompiledSettings;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.DeliveryStatusQuery;
import dev.sluice.delivery.Outcome;
import dev.sluice.delivery.Secrets;
import dev.sluice.http.internal.Masker;
import dev.sluice.http.internal.Rendered;
import dev.sluice.templates.Rendering;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Delivers leads to any address of the web. Wired as {@code .delivery("webhook", WebhookDelivery.create())}; what it sends
 * and how answers are read is in the {@code config} of each recipient, see the README of this module.
 *
 * <p>One instance serves all recipients, on any thread. The delivery key goes out as {@code Idempotency-Key} and
 * {@code webhook-id}, the same over all tries. A lost answer is {@code unknown}, never an error.
 */
public final class WebhookDelivery implements DeliveryPlugin, AutoCloseable {
    private static final int MOST_DETAIL = 4_096;
    private static final Shape SENT = Shape.of("method", "url", "headers", "body");

    private final Presets presets;
    private final CompiledSettings<Webhook> webhooks;
    private final HttpTransport transport;
    private final OAuth oauth;
    private final Sender sender;
    private final Egress egress;
    private final Secrets secrets;
    private final Tries.Means means;

    private WebhookDelivery(Builder builder, HttpTransport transport) {
        this.transport = transport;
        this.oauth = new OAuth(transport, builder.tokens, builder.egress);
        this.sender = new Sender(transport, oauth, builder.egress);
        this.presets = builder.presets;
        this.webhooks = new CompiledSettings<>(config -> Webhook.compile(presets.settings(config)));
        this.egress = builder.egress;
        this.secrets = builder.secrets;
        this.means = new Tries.Means(builder.nanos, builder.pause, builder.chance);
    }

    /** A plugin without secrets that speaks to public addresses only. */
    public static WebhookDelivery create() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    Presets presets() {
        return presets;
    }

    @Override
    public boolean announcesSending() {
        return true;
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        Obj settings;
        try {
            settings = presets.settings(config);
        } catch (InvalidRequestException wrong) {
            return List.of(new ConfigProblem(wrong.pointer(), "invalid_setting", wrong.text()));
        }
        return new WebhookChecks(egress, secrets).check(settings);
    }

    @Override
    public DeliveryResult deliver(DeliveryRequest request) {
        Rendered rendered = rendered(request);
        Webhook webhook;
        Webhook.Prepared sent;
        try {
            webhook = webhooks.of(request.config());
            sent = webhook.request(request, rendered, egress);
        } catch (InvalidRequestException | TemplateException impossible) {
            return hidden(
                    DeliveryResult.unmade(String.valueOf(impossible.getMessage())),
                    request.lead(),
                    Masker.ofSecrets(rendered.used()));
        }
        Tries tries = new Tries(sender, webhook, request.delivery(), means);
        DeliveryResult result = tries.run(sent);
        return hidden(recorded(result, sent.request(), tries), request.lead(), webhook.masker(rendered.used()));
    }

    private Rendered rendered(DeliveryRequest request) {
        return new Rendered(request.scope(), Rendering.plain(request.delivery().at()), secrets);
    }

    /** The request without its query and the values of its headers, and the answer: both bounded. */
    private static DeliveryResult recorded(DeliveryResult result, Request sent, Tries tries) {
        int query = sent.url().indexOf('?');
        Obj request = Obj.of(
                SENT,
                Value.text(sent.method()),
                Value.text(query < 0 ? sent.url() : sent.url().substring(0, query)),
                Value.text(sent.headers().toString()),
                Value.text(bounded(sent.body().orElse(""))));
        DeliveryResult all = result.detail("request", request).detail("attempts", tries.count());
        return tries.last()
                .map(response -> all.detail("response", bounded(response.text())))
                .orElse(all);
    }

    private static String bounded(String text) {
        return text.length() <= MOST_DETAIL ? text : text.substring(0, MOST_DETAIL);
    }

    /** {@code result} with secrets hidden everywhere, and the lead's values hidden in the reason, which anybody may read. */
    private static DeliveryResult hidden(DeliveryResult result, Obj lead, Masker masker) {
        Obj appended = masker.hide(result.appended());
        Obj detail = masker.hide(result.detail());
        boolean same = appended == result.appended() && detail == result.detail();
        if (same
                && result.reason().isEmpty()
                && result.reference().map(masker::hide).equals(result.reference())) {
            return result;
        }
        DeliveryResult all = result.reason()
                .map(reason ->
                        again(result.outcome(), masker.hide(Masker.ofLead(lead).hide(reason))))
                .orElseGet(DeliveryResult::success);
        for (Map.Entry<String, Value> member : appended.members().entrySet()) {
            all = all.append(member.getKey(), member.getValue());
        }
        for (Map.Entry<String, Value> member : detail.members().entrySet()) {
            all = all.detail(member.getKey(), member.getValue());
        }
        all = result.price().isPresent() ? all.price(result.price().get()) : all;
        all = result.reference().isPresent()
                ? all.reference(masker.hide(result.reference().get()))
                : all;
        return result.billable() ? all : all.notBillable();
    }

    private static DeliveryResult again(Outcome outcome, String reason) {
        return switch (outcome) {
            case SUCCESS -> DeliveryResult.success().detail("reason", reason);
            case FAILURE -> DeliveryResult.failure(reason);
            case UNKNOWN -> DeliveryResult.unknown(reason);
            default -> DeliveryResult.error(reason);
        };
    }

    /**
     * Exchanges the code that a person brought back from {@link OAuth#authorizationUrl} for a token, and keeps it for the
     * recipients whose {@code oauth} settings name the same server, client and scope.
     *
     * @param config the settings of such a recipient
     * @param redirectUri the address that the code came back to
     * @throws InvalidRequestException when the settings are wrong, or the server refuses
     * @throws TransportException when the server cannot be asked
     */
    public void authorize(Obj config, String code, String redirectUri, Instant now, Deadline deadline)
            throws TransportException {
        Rendered rendered = new Rendered(Scope.EMPTY, Rendering.plain(At.utc(now)), secrets);
        oauth.exchange(webhooks.of(config).oauth(rendered), code, redirectUri, now, deadline);
    }

    /**
     * Asks as the settings {@code status} say; without them nobody is asked. A success or a failure is what the answer says of
     * the delivery; an error says nothing of it.
     */
    @Override
    public Optional<DeliveryResult> status(DeliveryStatusQuery query) {
        try {
            return webhooks.of(query.config()).status().map(call -> said(call, query));
        } catch (InvalidRequestException wrong) {
            return Optional.of(DeliveryResult.error("Not asked: " + wrong.getMessage()));
        }
    }

    private DeliveryResult said(StatusCall call, DeliveryStatusQuery query) {
        Rendered rendered = StatusCall.rendered(query, secrets);
        DeliveryResult result;
        try {
            Webhook.Prepared sent = call.request(query, rendered, egress);
            Exchange exchange = new Exchange(query.deadline(), () -> {});
            result = call.meaning(sender.send(sent, query.at().instant(), exchange));
        } catch (InvalidRequestException | TemplateException impossible) {
            result = DeliveryResult.error("Not asked: " + impossible.getMessage());
        } catch (TransportException none) {
            result = DeliveryResult.error(none.fault().text());
        }
        return hidden(result, Obj.EMPTY, Masker.ofSecrets(rendered.used()));
    }

    /** Asks at {@code pingUrl} what the recipient would pay; without that setting there is no bid. */
    @Override
    public Bid ping(DeliveryRequest request) {
        try {
            Webhook webhook = webhooks.of(request.config());
            if (!webhook.answersPings()) {
                return Bid.none("no bid");
            }
            Rendered rendered = rendered(request);
            Webhook.Prepared sent = webhook.ping(request, rendered, egress);
            Response response = sender.send(
                    sent,
                    request.delivery().at().instant(),
                    new Exchange(request.delivery().deadline(), () -> {}));
            return bid(webhook.reader().read(response));
        } catch (InvalidRequestException | TemplateException impossible) {
            return Bid.none("Not sent: " + hidden(impossible, request));
        } catch (TransportException none) {
            return Bid.none(none.fault().text());
        }
    }

    /** What is wrong, without the lead's values. */
    private static String hidden(RuntimeException impossible, DeliveryRequest request) {
        return Masker.ofLead(request.lead()).hide(String.valueOf(impossible.getMessage()));
    }

    private static Bid bid(Answer answer) {
        BigDecimal price = answer.price();
        boolean offered = answer.outcome() == Outcome.SUCCESS && price != null && price.signum() > 0;
        return offered ? Bid.of(requireNonNull(price)) : Bid.none("no bid");
    }

    /** What sends, with tokens where they are needed. */
    Sender sender() {
        return sender;
    }

    Egress egress() {
        return egress;
    }

    Secrets secrets() {
        return secrets;
    }

    /** Ends the connections of the transport. */
    @Override
    public void close() {
        transport.close();
    }

    /** Collects what a host brings. */
    public static final class Builder {
        private Egress egress = Egress.publicOnly();
        private Secrets secrets = Secrets.none();
        private LongSupplier nanos = System::nanoTime;
        private Pause pause = Pause.system();
        private DoubleSupplier chance = () -> ThreadLocalRandom.current().nextDouble();
        private TokenStore tokens = TokenStore.inMemory();
        private Optional<HttpTransport> transport = Optional.empty();

        private Presets presets = Presets.standard();

        private Builder() {}

        /** Settings by name; those on the class path by default. */
        public Builder presets(Presets presets) {
            this.presets = requireNonNull(presets, "presets");
            return this;
        }

        /** Who may be spoken to; public addresses only by default. A transport of one's own has rules of its own. */
        public Builder egress(Egress egress) {
            this.egress = requireNonNull(egress, "egress");
            return this;
        }

        /** Where secrets come from; there are none by default. */
        public Builder secrets(Secrets secrets) {
            this.secrets = requireNonNull(secrets, "secrets");
            return this;
        }

        /** How requests are exchanged; {@link PooledTransport} with its defaults by default. */
        public Builder transport(HttpTransport transport) {
            this.transport = Optional.of(transport);
            return this;
        }

        /** Where tokens of OAuth 2 are kept; in memory by default. */
        public Builder tokens(TokenStore store) {
            this.tokens = requireNonNull(store, "store");
            return this;
        }

        /** A clock in nanoseconds that only rises, and a way to wait by it; those of the machine by default. */
        public Builder time(LongSupplier nanos, Pause pause) {
            this.nanos = requireNonNull(nanos, "nanos");
            this.pause = requireNonNull(pause, "pause");
            return this;
        }

        /** Chance from 0 to 1, for waits that settings let it shorten; used under a lock. By default it is not repeatable. */
        public Builder random(RandomGenerator generator) {
            requireNonNull(generator, "generator");
            this.chance = () -> {
                synchronized (generator) {
                    return generator.nextDouble();
                }
            };
            return this;
        }

        public WebhookDelivery build() {
            return new WebhookDelivery(this, transport.orElseGet(() -> PooledTransport.builder()
                    .egress(egress)
                    .build()));
        }
    }
}
