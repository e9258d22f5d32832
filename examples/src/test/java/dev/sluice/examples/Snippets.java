package dev.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles and runs code as it stands in a document, inside a class of its own. */
final class Snippets {
    private static final String IMPORTS = """
            import static dev.sluice.rules.Conditions.allOf;
            import static dev.sluice.rules.Conditions.field;
            import static org.assertj.core.api.Assertions.assertThat;
            import dev.sluice.*;
            import dev.sluice.delivery.*;
            import dev.sluice.event.*;
            import dev.sluice.flow.*;
            import dev.sluice.lists.*;
            import dev.sluice.types.*;
            import java.util.*;
            import org.junit.jupiter.api.Test;
            """;

    private final Path folder;

    Snippets(Path folder) {
        this.folder = folder;
    }

    /** Compiles {@code members} as those of a class called {@code name}. */
    Class<?> compile(String name, String members) {
        String source = IMPORTS + "public class " + name + " {\n" + members + "}\n";
        try {
            Path file = Files.writeString(folder.resolve(name + ".java"), source);
            assertThat(faults(file)).as(source).isEmpty();
            return Class.forName(
                    name, true, new URLClassLoader(new URL[] {folder.toUri().toURL()}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private List<Diagnostic<? extends JavaFileObject>> faults(Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(faults, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-d",
                    folder.toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            compiler.getTask(null, files, faults, options, null, files.getJavaFileObjects(file))
                    .call();
        }
        return faults.getDiagnostics().stream()
                .filter(fault -> fault.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    /** What the method {@code main} of {@code program} prints. */
    static String printed(Class<?> program) throws ReflectiveOperationException {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            program.getMethod("main").invoke(null);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
