package dev.sluice.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java process that opens a store: what it is told to do, and what it says. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private Child(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Child start(Class<?> main, String... arguments) {
        return start(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"), main, arguments);
    }

    /** With its own settings of the virtual machine. */
    static Child start(List<String> settings, Class<?> main, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(settings);
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new Child(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    long pid() {
        return process.pid();
    }

    /** The next line it prints; null when it has ended. */
    String line() {
        try {
            return out.readLine();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** All that it prints until it ends. */
    List<String> lines() {
        return out.lines().toList();
    }

    /** Writes a line to it. */
    void say(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** All that two print that are told to go once both are ready. */
    static List<String> together(Child one, Child other) {
        for (Child each : List.of(one, other)) {
            if (!"ready".equals(each.line())) {
                throw new IllegalStateException("a process did not begin");
            }
        }
        one.say("go");
        other.say("go");
        List<String> said = new ArrayList<>(one.lines());
        said.addAll(other.lines());
        return said;
    }

    /** Kills it as the operating system would, and gives what it had said until then. */
    List<String> kill() {
        process.toHandle().destroyForcibly();
        List<String> rest = out.lines().toList();
        waitFor();
        return rest;
    }

    private void waitFor() {
        try {
            process.waitFor();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        waitFor();
    }

    /** Writes leads on four threads until it is killed, and prints what it was promised to be durable. */
    static final class Writes {
        private Writes() {}

        public static void main(String[] arguments) {
            JdbcStore store = JdbcStore.open(arguments[0]);
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            for (int t = 0; t < 4; t++) {
                String prefix = arguments[1] + "_" + t + "_";
                new Thread(() -> write(new Leads(store), prefix, out)).start();
            }
        }

        private static void write(Leads leads, String prefix, PrintStream out) {
            for (int i = 0; ; i++) {
                leads.begin(prefix + i).durable();
                say(out, "2 " + prefix + i);
                leads.complete(prefix + i).durable();
                say(out, "3 " + prefix + i);
            }
        }

        /** One write to the pipe for a whole line, so that a kill never leaves half of one. */
        private static void say(PrintStream out, String line) {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            out.write(bytes, 0, bytes.length);
            out.flush();
        }
    }

    /** Opens the store, says so, and stays. */
    static final class Holds {
        private Holds() {}

        public static void main(String[] arguments) throws IOException {
            try (JdbcStore store = JdbcStore.open(arguments[0])) {
                new Leads(store).begin("of_child").durable();
                System.out.println("open");
                System.in.read();
            }
        }
    }
}
