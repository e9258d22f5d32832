package dev.sluice.http;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Settings of well-known recipients by name: {@code "preset": "hubspot-contacts"} in the settings of a recipient stands for
 * those of the file {@code hubspot-contacts.json}. What the recipient sets beside it goes before; headers, fields and other
 * groups are put together. Safe on any thread.
 */
public final class Presets {
    static final String PRESET = "preset";
    static final String WITH = "with";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

    private final Function<String, Optional<String>> files;
    private final Map<String, Preset> known = new ConcurrentHashMap<>();

    private Presets(Function<String, Optional<String>> files) {
        this.files = files;
    }

    /** Those on the class path, in {@code dev/sluice/http/presets}: ours, and any that a jar puts there. */
    public static Presets standard() {
        return new Presets(Presets::onClassPath);
    }

    /** Those in {@code folder}, and behind them those on the class path. */
    public static Presets in(Path folder) {
        requireNonNull(folder, "folder");
        return new Presets(name -> inFolder(folder, name).or(() -> onClassPath(name)));
    }

    private static Optional<String> onClassPath(String name) {
        try (InputStream in = Presets.class.getResourceAsStream("presets/" + name + ".json")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the preset " + name + " cannot be read", e);
        }
    }

    private static Optional<String> inFolder(Path folder, String name) {
        Path file = folder.resolve(name + ".json");
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the preset " + name + " cannot be read", e);
        }
    }

    /**
     * The settings that {@code config} stands for; itself when it names no preset.
     *
     * @throws InvalidRequestException when there is no such preset, or one of its parameters is missing or unknown
     */
    public Obj settings(Obj config) {
        Value name = config.get(PRESET);
        if (name.isAbsent()) {
            return config;
        }
        Obj given = config.get(WITH) instanceof Obj obj ? obj : Obj.EMPTY;
        Obj settings = preset(name.text()).settings(given);
        for (Map.Entry<String, Value> member : config.members().entrySet()) {
            if (!member.getKey().equals(PRESET) && !member.getKey().equals(WITH)) {
                settings = over(settings, member.getKey(), member.getValue());
            }
        }
        return settings;
    }

    private static Obj over(Obj settings, String name, Value value) {
        return settings.get(name) instanceof Obj known && value instanceof Obj more
                ? settings.with(name, known.merge(more))
                : settings.with(name, value);
    }

    private Preset preset(String name) {
        if (!NAME.matcher(name).matches()) {
            throw unknown();
        }
        return known.computeIfAbsent(name, read -> Preset.read(files.apply(read).orElseThrow(Presets::unknown)));
    }

    private static InvalidRequestException unknown() {
        return new InvalidRequestException(
                "/" + PRESET, "there is no preset of this name; put its file where presets are");
    }
}
