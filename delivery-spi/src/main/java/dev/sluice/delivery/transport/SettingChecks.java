package dev.sluice.delivery.transport;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.FilePattern;
import dev.sluice.delivery.FileTokens;
import dev.sluice.delivery.Secrets;
import dev.sluice.types.Obj;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Collects what is wrong with settings. For one thread. */
public final class SettingChecks {
    private final Obj config;
    private final List<ConfigProblem> problems = new ArrayList<>();

    public SettingChecks(Obj config) {
        this.config = config;
    }

    /** Every other name is none. */
    public SettingChecks known(Set<String> names) {
        config.members().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> add(
                        name,
                        "unknown_setting",
                        "'" + name + "' is no setting here; there are " + new TreeSet<>(names)));
        return this;
    }

    public SettingChecks required(String name) {
        if (config.get(name).isBlank()) {
            add(name, "missing_setting", "'" + name + "' is needed");
        }
        return this;
    }

    public SettingChecks number(String name, long least, long most) {
        if (!config.get(name).isBlank() && !isBetween(config.get(name).text(), least, most)) {
            add(name, "invalid_setting", "'" + name + "' is a whole number from " + least + " to " + most);
        }
        return this;
    }

    private static boolean isBetween(String text, long least, long most) {
        try {
            long number = new BigDecimal(text).longValueExact();
            return least <= number && number <= most;
        } catch (ArithmeticException | NumberFormatException none) {
            return false;
        }
    }

    public SettingChecks oneOf(String name, Set<String> words) {
        if (!config.get(name).isBlank() && !words.contains(config.get(name).text())) {
            add(name, "invalid_setting", "'" + name + "' is one of " + new TreeSet<>(words));
        }
        return this;
    }

    /** A text of one shape, about which {@code otherwise} is said. */
    public SettingChecks matching(String name, Pattern shape, String otherwise) {
        if (!config.get(name).isBlank()
                && !shape.matcher(config.get(name).text()).matches()) {
            add(name, "invalid_setting", otherwise);
        }
        return this;
    }

    /** The secrets that a credential names must be there. */
    public SettingChecks credential(String name, Secrets secrets) {
        Settings.SECRET
                .matcher(config.get(name).text())
                .results()
                .map(match -> match.group(1))
                .filter(secret -> secrets.secret(secret) == null)
                .forEach(secret -> add(name, "unknown_secret", "the host has no secret '" + secret + "'"));
        return this;
    }

    /** A text without line breaks and other control characters, which protocols of lines would take for commands. */
    public SettingChecks oneLine(String name) {
        if (config.get(name).text().chars().anyMatch(Character::isISOControl)) {
            add(name, "invalid_setting", "'" + name + "' is one line without control characters");
        }
        return this;
    }

    /** A text with tokens. */
    public SettingChecks tokens(String name) {
        FilePattern.of(config.get(name).text())
                .unknown()
                .forEach(token ->
                        add(name, "unknown_token", "{" + token + "} is no token; there are " + FileTokens.names()));
        return this;
    }

    /** A folder with tokens, which does not climb. */
    public SettingChecks folder(String name) {
        if (FolderPath.climbs(config.get(name).text())) {
            add(name, "invalid_setting", "'" + name + "' leaves its place by '..': name the folder itself");
        }
        return tokens(name);
    }

    public SettingChecks add(String name, String code, String text) {
        problems.add(new ConfigProblem("/" + name.replace("~", "~0").replace("/", "~1"), code, text));
        return this;
    }

    public List<ConfigProblem> problems() {
        return List.copyOf(problems);
    }
}
