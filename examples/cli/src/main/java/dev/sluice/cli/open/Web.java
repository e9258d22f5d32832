package dev.sluice.cli.open;

import dev.sluice.Sluice;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.http.CertificateEnricher;
import dev.sluice.http.Egress;
import dev.sluice.http.Exchange;
import dev.sluice.http.HttpEnricher;
import dev.sluice.http.HttpTransport;
import dev.sluice.http.PooledTransport;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.SuppressionEnricher;
import dev.sluice.http.TransportException;
import dev.sluice.http.WebhookDelivery;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The web for flows that are run here: webhooks, look-ups, and threads for calls that go side by side. */
public final class Web implements AutoCloseable {
    private static final String ALLOW = "--allow";
    private static final String THREADS = "--threads";
    /** Definitions may come from strangers: they name no other variable of the environment than these. */
    private static final String SECRETS = "SLUICE_SECRET_";

    private static final int MOST_THREADS = 1_000;

    private final Transport transport;
    private final @Nullable ExecutorService threads;

    private Web(Transport transport, @Nullable ExecutorService threads) {
        this.transport = transport;
        this.threads = threads;
    }

    /** Adds the options. */
    public static Usage usage(Usage usage) {
        return allowing(usage)
                .option(
                        THREADS,
                        "NUMBER",
                        "make calls that may go side by side on so many threads; one by one without");
    }

    /** Adds the option that opens addresses. */
    public static Usage allowing(Usage usage) {
        return usage.option(
                ALLOW,
                "PLACES",
                "where webhooks may go beside public addresses: 10.1.0.0/16,crm.corp,:8080; secrets of theirs"
                        + " are variables such as SLUICE_SECRET_CRM_TOKEN");
    }

    public static Web of(Arguments arguments) {
        int number = arguments.value(THREADS).map(Web::threads).orElse(0);
        return new Web(
                new Transport(egress(arguments.value(ALLOW).orElse(""))),
                number == 0 ? null : Executors.newFixedThreadPool(number));
    }

    private static int threads(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0 && number <= MOST_THREADS) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Said below.
        }
        throw new UsageException("--threads is a number from 1 to " + MOST_THREADS);
    }

    private static Egress egress(String places) {
        Egress egress = Egress.publicOnly();
        for (String place : places.split(",", -1)) {
            egress = place.isBlank() ? egress : allowing(egress, place.strip());
        }
        return egress;
    }

    private static Egress allowing(Egress egress, String place) {
        try {
            if (place.startsWith(":")) {
                return egress.allowPort(Integer.parseInt(place.substring(1)));
            }
            boolean network = place.contains("/") || place.matches("[0-9.]+|.*:.*");
            return network ? egress.allowNetwork(place) : egress.allowHost(place);
        } catch (IllegalArgumentException none) {
            throw new UsageException(
                    "'" + place + "' is no network, name or port; write 10.1.0.0/16, crm.corp or :8080");
        }
    }

    /** Webhooks to where they may go. */
    public WebhookDelivery webhook() {
        return WebhookDelivery.builder()
                .egress(transport.egress)
                .transport(transport)
                .secrets(name -> System.getenv(SECRETS + name.toUpperCase(Locale.ROOT)))
                .build();
    }

    /** Wires webhooks as {@code webhook}, look-ups as {@code webhook}, {@code suppression} and {@code certificate}. */
    public UnaryOperator<Sluice.Builder> wiring() {
        WebhookDelivery webhook = webhook();
        return sluice -> {
            Sluice.Builder wired = sluice.delivery("webhook", webhook)
                    .enricher("webhook", HttpEnricher.paidOver(webhook))
                    .enricher("suppression", SuppressionEnricher.changing(webhook))
                    .enricher("certificate", CertificateEnricher.over(webhook));
            return threads == null ? wired : wired.executor(threads);
        };
    }

    @Override
    public void close() {
        transport.close();
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    /** Makes its client when something is sent: most runs send nothing. */
    private static final class Transport implements HttpTransport {
        private final Egress egress;
        private @Nullable PooledTransport pool;

        Transport(Egress egress) {
            this.egress = egress;
        }

        @Override
        public Response send(Request request, Exchange exchange) throws TransportException {
            return pool().send(request, exchange);
        }

        private synchronized PooledTransport pool() {
            PooledTransport made = pool;
            if (made == null) {
                made = PooledTransport.builder().egress(egress).build();
                pool = made;
            }
            return made;
        }

        @Override
        public synchronized void close() {
            if (pool != null) {
                pool.close();
            }
        }
    }
}
