package dev.sluice.internal.wiring;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.ZipEncryption;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.GroupStep;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.PlacedStep;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Strategy;
import dev.sluice.rules.Finding;
import dev.sluice.types.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds a flow against what the host has wired: every plugin that it names must be there and accept its settings. */
public final class WiringChecks {
    private final Wiring wiring;
    private final List<Finding> findings = new ArrayList<>();

    public WiringChecks(Wiring wiring) {
        this.wiring = wiring;
    }

    public List<Finding> check(FlowDefinition flow) {
        pricing(flow.pricing(), "");
        for (int i = 0; i < flow.sources().size(); i++) {
            source(flow.sources().get(i), "/sources/" + i);
        }
        List<LookUp> lookUps = flow.decisions().lookUps();
        if (lookUps.size() > 1 && wiring.executor() == null) {
            findings.add(Finding.warning(
                    "no_executor",
                    "/purchasingDecisions/lookUps",
                    "these look-ups are made one after the other, and one that hangs holds up its lead;"
                            + " wire an executor with .executor(...) to make them at once"));
        }
        for (int i = 0; i < lookUps.size(); i++) {
            enricher(lookUps.get(i).enricher(), lookUps.get(i).config(), "/purchasingDecisions/lookUps/" + i);
        }
        for (int i = 0; i < flow.batches().size(); i++) {
            batch(flow.batches().get(i), "/batches/" + i);
        }
        PlacedStep.all(flow).forEach(placed -> step(placed.step(), placed.pointer()));
        return findings;
    }

    private void batch(BatchDefinition batch, String pointer) {
        FileWiring files = wiring.files();
        RowFormat format = files.formats().get(batch.format());
        if (format == null) {
            unknown(
                    new Plug("rowFormat", batch.format(), pointer + "/format"),
                    files.formats().keySet());
        } else {
            List<ConfigProblem> problems = format.check(batch.formatConfig());
            problems.forEach(problem -> findings.add(
                    Finding.error(problem.code(), pointer + "/format" + problem.pointer(), problem.text())));
            if (problems.isEmpty()) {
                columns(batch, format.with(batch.formatConfig()), pointer + "/fields");
            }
        }
        if (batch.password() != null) {
            password(batch.password(), pointer + "/password");
        }
        Transport transport = files.transports().get(batch.transport());
        if (transport == null) {
            unknown(
                    new Plug("transport", batch.transport(), pointer + "/transport/plugin"),
                    files.transports().keySet());
        } else {
            transport.check(batch.config()).forEach(problem -> config(problem, pointer + "/transport"));
        }
    }

    private void columns(BatchDefinition batch, RowFormat format, String pointer) {
        List<String> headers =
                batch.fields().stream().map(MappingDefinition::property).toList();
        format.checkColumns(headers)
                .forEach(problem -> findings.add(
                        Finding.error(problem.code(), pointer + problem.pointer() + "/property", problem.text())));
    }

    private void password(String password, String pointer) {
        ZipEncryption encryption = wiring.files().encryption();
        if (encryption == null) {
            findings.add(Finding.error(
                    "no_encryption",
                    pointer,
                    "Nothing is wired that makes archives with a password. Wire it with .zipEncryption(...)."));
        } else {
            encryption
                    .check(password)
                    .forEach(problem -> findings.add(Finding.error(problem.code(), pointer, problem.text())));
        }
    }

    private void source(SourceDefinition source, String pointer) {
        if (source.authenticationRequired() && source.keyHashes().isEmpty() && wiring.authenticator() == null) {
            findings.add(Finding.error(
                    "no_authenticator",
                    pointer + "/authenticationRequired",
                    "The source has no key hashes and no authenticator is wired, so nobody could be let in. Add the"
                            + " SHA-256 of its key to 'keyHashes', or wire one with .authenticator(...)."));
        }
        pricing(source.pricing(), pointer);
    }

    private void pricing(Pricing pricing, String owner) {
        Pricing.Service service = pricing.service();
        if (service != null && !wiring.pricing().containsKey(service.name())) {
            unknown(
                    new Plug("pricing", service.name(), owner + "/pricingService/serviceId"),
                    wiring.pricing().keySet());
        }
    }

    private void step(StepDefinition step, String pointer) {
        if (step instanceof RecipientStep recipient) {
            delivery(recipient, pointer);
        } else if (step instanceof EnhancementStep enhancement) {
            enricher(enhancement.enricher(), enhancement.config(), pointer);
        } else if (step instanceof DistributeStep distribution
                && distribution.strategy() instanceof Strategy.Score score) {
            scorer(score, pointer);
        }
        if (wiring.executor() == null && isParallel(step)) {
            findings.add(Finding.warning(
                    "no_executor",
                    pointer,
                    "No executor is wired, so what could be asked at once is asked in turn, and time-outs are only"
                            + " handed on to plugins. Wire one with .executor(...)."));
        }
    }

    private static boolean isParallel(StepDefinition step) {
        return step instanceof GroupStep
                || step instanceof DistributeStep distribution && isParallel(distribution.strategy());
    }

    private static boolean isParallel(Strategy strategy) {
        return strategy instanceof Strategy.Parallel
                || strategy instanceof Strategy.PingPost
                || strategy instanceof Strategy.Score score && score.scorer() != null;
    }

    private void scorer(Strategy.Score score, String pointer) {
        if (score.scorer() != null
                && !wiring.scorers().containsKey(score.scorer().plugin())) {
            unknown(
                    new Plug("scorer", score.scorer().plugin(), pointer + "/scorer/plugin"),
                    wiring.scorers().keySet());
        }
    }

    private void delivery(RecipientStep step, String pointer) {
        DeliveryPlugin plugin = wiring.deliveries().get(step.plugin());
        if (plugin == null) {
            unknown(
                    new Plug("delivery", step.plugin(), pointer + "/plugin"),
                    wiring.deliveries().keySet());
        } else {
            plugin.check(step.config()).forEach(problem -> config(problem, pointer));
        }
    }

    private void enricher(String name, Obj config, String pointer) {
        Enricher enricher = wiring.enrichers().get(name);
        if (enricher == null) {
            unknown(
                    new Plug("enricher", name, pointer + "/plugin"),
                    wiring.enrichers().keySet());
        } else {
            enricher.check(config).forEach(problem -> config(problem, pointer));
        }
    }

    /** Where a definition names what a host wires. */
    private record Plug(String kind, String name, String pointer) {}

    private void unknown(Plug plug, Set<String> known) {
        String wired = known.isEmpty() ? "none is wired" : "wired are " + String.join(", ", new TreeSet<>(known));
        String text = "No " + plug.kind() + " is wired as '" + plug.name() + "': " + wired + ". Wire it with ."
                + plug.kind() + "(\"" + plug.name() + "\", ...).";
        findings.add(Finding.error("unknown_plugin", plug.pointer(), text));
    }

    private void config(ConfigProblem problem, String pointer) {
        findings.add(Finding.error(problem.code(), pointer + "/config" + problem.pointer(), problem.text()));
    }
}
