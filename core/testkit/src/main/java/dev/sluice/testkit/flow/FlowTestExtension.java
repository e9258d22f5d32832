package dev.sluice.testkit.flow;

import dev.sluice.flow.FlowDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests of a class with {@link FlowTest} their testers, and reports what none of them reached. */
public final class FlowTestExtension implements ParameterResolver, AfterEachCallback, AfterAllCallback {
    private static final Namespace OWN = Namespace.create(FlowTestExtension.class);
    private static final Path REPORTS = Path.of("target", "flow-coverage");

    /** Made by JUnit. */
    public FlowTestExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FlowTester.class;
    }

    @Override
    public FlowTester resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(OWN).getOrComputeIfAbsent(FlowTester.class, key -> tester(context), FlowTester.class);
    }

    private static FlowTester tester(ExtensionContext context) {
        FlowTest test = context.getRequiredTestClass().getAnnotation(FlowTest.class);
        return FlowTester.of(definition(context.getRequiredTestClass(), test.value()))
                .at(Instant.parse(test.start()))
                .seed(test.seed());
    }

    private static FlowDefinition definition(Class<?> test, String name) {
        Path file = Path.of(name);
        if (Files.exists(file)) {
            return FlowDefinition.read(file);
        }
        try (InputStream in = test.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no definition '" + name + "': no file, seen from "
                        + Path.of("").toAbsolutePath() + ", and no resource of " + test.getName());
            }
            return FlowDefinition.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FlowTester tester = context.getStore(OWN).get(FlowTester.class, FlowTester.class);
        if (tester != null) {
            coverage(context, tester.definition()).add(tester.coverage());
            tester.close();
        }
    }

    private static FlowCoverage coverage(ExtensionContext context, FlowDefinition flow) {
        ExtensionContext ofClass = context.getParent().orElse(context);
        return ofClass.getStore(OWN)
                .getOrComputeIfAbsent(FlowCoverage.class, key -> FlowCoverage.of(flow), FlowCoverage.class);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        FlowCoverage coverage = context.getStore(OWN).get(FlowCoverage.class, FlowCoverage.class);
        if (coverage != null) {
            context.publishReportEntry("flow coverage", coverage.summary());
            Files.createDirectories(REPORTS);
            Files.writeString(REPORTS.resolve(context.getRequiredTestClass().getName() + ".txt"), coverage.text());
        }
    }
}
