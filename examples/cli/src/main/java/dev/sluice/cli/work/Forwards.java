package dev.sluice.cli.work;

import dev.sluice.InvalidFlowException;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.feedback.Feedback;
import dev.sluice.json.InvalidJsonException;
import dev.sluice.json.RuleJson;
import dev.sluice.json.ValueJson;
import dev.sluice.rules.Conditions;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Which sources are told of feedback, as a file says it. */
final class Forwards {
    static final String OPTION = "--forward";

    private static final Set<String> KEYS = Set.of("source", "type", "ruleSet", "config");

    private final String file;
    private final DeliveryPlugin webhook;

    private Forwards(String file, DeliveryPlugin webhook) {
        this.file = file;
        this.webhook = webhook;
    }

    /** {@code feedback}, with all that {@code file} lists. */
    static Feedback of(String file, DeliveryPlugin webhook, Feedback feedback) {
        return new Forwards(file, webhook).in(feedback);
    }

    private Feedback in(Feedback feedback) {
        Feedback all = feedback;
        int place = 0;
        for (Value each : list()) {
            all = one(all, each, "/" + place);
            place++;
        }
        return all;
    }

    private Arr list() {
        try {
            if (ValueJson.read(Files.readString(Path.of(file))) instanceof Arr list) {
                return list;
            }
            throw wrong("", "a list of what is passed on is expected");
        } catch (IOException | InvalidJsonException unreadable) {
            throw new UsageException("cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    private Feedback one(Feedback feedback, Value each, String place) {
        if (!(each instanceof Obj entry)) {
            throw wrong(place, "an object is expected");
        }
        entry.members().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw wrong(place + "/" + key, "there is no such key; there are " + new TreeSet<>(KEYS));
                });
        String source = text(entry, "source", place);
        String type = text(entry, "type", place);
        Obj config = entry.get("config") instanceof Obj settings ? settings : Obj.EMPTY;
        try {
            return entry.get("ruleSet").isAbsent()
                    ? feedback.forwarding(source, type, webhook, config)
                    : feedback.forwarding(
                            source, type, Conditions.allOf(RuleJson.read(entry.get("ruleSet"))), webhook, config);
        } catch (IllegalArgumentException | InvalidFlowException invalid) {
            throw wrong(place, String.valueOf(invalid.getMessage()));
        }
    }

    private String text(Obj entry, String key, String place) {
        if (entry.get(key).isBlank()) {
            throw wrong(place + "/" + key, "it is missing");
        }
        return entry.get(key).text();
    }

    private UsageException wrong(String place, String why) {
        return new UsageException(file + place + ": " + why);
    }
}
