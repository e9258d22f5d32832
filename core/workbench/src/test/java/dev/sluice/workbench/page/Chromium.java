package dev.sluice.workbench.page;

import dev.sluice.json.ValueJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser of this machine without a window, and without any network but its own door. */
final class Chromium {
    private static final Pattern DOOR = Pattern.compile("DevTools listening on ws://([^/]+)/.*");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String door;

    private Chromium(Process process, String door) {
        this.process = process;
        this.door = door;
    }

    /** Where one is: {@code -Dchromium}, or one on the path. */
    static Optional<Path> found() {
        String given = System.getProperty("chromium");
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)));
        return (given == null ? onPath : Stream.of(Path.of(given)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param profile an empty folder */
    static Chromium start(Path program, Path profile) throws IOException {
        List<String> words =
                new ArrayList<>(List.of(program.toString(), "--headless", "--no-sandbox", "--disable-gpu"));
        words.addAll(List.of("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"));
        words.addAll(List.of("--disable-component-update", "--remote-debugging-port=0", "--user-data-dir=" + profile));
        words.add("about:blank");
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher door = DOOR.matcher(line);
            if (door.matches()) {
                return new Chromium(process, door.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IOException("Chromium ended: " + said);
    }

    /** A page that is open and has read its leads. */
    Tab open(Path file, String place) throws Exception {
        String url = URLEncoder.encode(file.toUri() + place, StandardCharsets.UTF_8);
        HttpRequest wanted = HttpRequest.newBuilder(URI.create("http://" + door + "/json/new?" + url))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = http.send(wanted, BodyHandlers.ofString()).body();
        Tab tab = new Tab();
        tab.connect(
                http,
                URI.create(ValueJson.read(answer).part("webSocketDebuggerUrl").text()));
        tab.ready();
        return tab;
    }

    void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
