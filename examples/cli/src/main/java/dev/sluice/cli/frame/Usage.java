package dev.sluice.cli.frame;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a subcommand is called.
 *
 * @param name the first word
 * @param operands the words after it, in help
 * @param summary one line
 * @param options what may stand among the words
 */
public record Usage(String name, String operands, String summary, List<Option> options) {
    public Usage {
        options = List.copyOf(options);
    }

    /**
     * One option.
     *
     * @param name with its dashes
     * @param value what follows it, in help; empty for an option that is there or not
     */
    record Option(String name, String value, String summary) {
        String shown() {
            return value.isEmpty() ? name : name + " " + value;
        }
    }

    public static Usage of(String name, String operands, String summary) {
        return new Usage(name, operands, summary, List.of());
    }

    public Usage flag(String option, String what) {
        return option(option, "", what);
    }

    public Usage option(String option, String value, String what) {
        List<Option> more = new ArrayList<>(options);
        more.add(new Option(option, value, what));
        return new Usage(name, operands, summary, more);
    }

    Set<String> flags() {
        Set<String> names = new LinkedHashSet<>();
        options.stream().filter(option -> option.value().isEmpty()).forEach(option -> names.add(option.name()));
        return names;
    }

    Set<String> valued() {
        Set<String> names = new LinkedHashSet<>();
        options.stream().filter(option -> !option.value().isEmpty()).forEach(option -> names.add(option.name()));
        return names;
    }

    /** The help of this subcommand. */
    public String help() {
        StringBuilder help = new StringBuilder("sluice " + name);
        help.append(operands.isEmpty() ? "" : " " + operands)
                .append(options.isEmpty() ? "" : " [options]")
                .append('\n')
                .append("  ")
                .append(summary)
                .append('\n');
        int width = options.stream()
                .mapToInt(option -> option.shown().length())
                .max()
                .orElse(0);
        for (Option option : options) {
            help.append("    ")
                    .append(Columns.left(option.shown(), width + 2))
                    .append(option.summary())
                    .append('\n');
        }
        return help.toString();
    }
}
