package dev.sluice.cli.frame;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words after a subcommand: options by name, and operands in their order. */
public final class Arguments {
    private final Usage usage;
    private final List<String> operands = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    private Arguments(Usage usage) {
        this.usage = usage;
    }

    /** Reads {@code words}; {@code --name=value} and {@code --name value} are the same, {@code --} ends the options. */
    public static Arguments of(Usage usage, List<String> words) {
        Arguments arguments = new Arguments(usage);
        boolean open = true;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!open || !word.startsWith("-") || word.equals("-")) {
                arguments.operands.add(word);
            } else if (word.equals("--")) {
                open = false;
            } else {
                i += arguments.option(word, i + 1 < words.size() ? words.get(i + 1) : null);
            }
        }
        return arguments;
    }

    /** Takes one option, and tells how many words after it belong to it. */
    private int option(String word, @Nullable String next) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        if (usage.flags().contains(name) && equals < 0) {
            flags.add(name);
            return 0;
        }
        if (!usage.valued().contains(name)) {
            throw new UsageException(
                    "sluice " + usage.name() + " has no option '" + name + "'; see sluice " + usage.name() + " --help");
        }
        if (equals < 0 && next == null) {
            throw new UsageException("option '" + name + "' needs a value");
        }
        values.put(name, equals < 0 ? String.valueOf(next) : word.substring(equals + 1));
        return equals < 0 ? 1 : 0;
    }

    /** Whether the option without a value is there. */
    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /** The value of an option. */
    public Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** The operands, of which there must be as many as {@code least} to {@code most}. */
    public List<String> operands(int least, int most) {
        if (operands.size() < least) {
            throw new UsageException("something is missing: sluice " + usage.name() + " " + usage.operands());
        }
        if (operands.size() > most) {
            throw new UsageException("'" + operands.get(most) + "' is one word too many: sluice " + usage.name() + " "
                    + usage.operands());
        }
        return Collections.unmodifiableList(operands);
    }

    /** The operand at {@code index}; empty, or a dash, means what is piped in. */
    public Optional<Path> file(int index) {
        return index < operands.size() && !operands.get(index).equals("-")
                ? Optional.of(Path.of(operands.get(index)))
                : Optional.empty();
    }
}
