package dev.sluice.cli;

import dev.sluice.Time;
import dev.sluice.cli.design.CheckCommand;
import dev.sluice.cli.design.DiagramCommand;
import dev.sluice.cli.design.DiffCommand;
import dev.sluice.cli.design.ExplainCommand;
import dev.sluice.cli.design.PresetCommand;
import dev.sluice.cli.design.ReplayCommand;
import dev.sluice.cli.design.SimulateCommand;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Columns;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.line.EvalCommand;
import dev.sluice.cli.line.MaskCommand;
import dev.sluice.cli.line.ParseCommand;
import dev.sluice.cli.line.RenderCommand;
import dev.sluice.cli.line.RequestCommand;
import dev.sluice.cli.line.ResponseCommand;
import dev.sluice.cli.log.EraseCommand;
import dev.sluice.cli.log.EventsCommand;
import dev.sluice.cli.log.ExportCommand;
import dev.sluice.cli.log.PurgeCommand;
import dev.sluice.cli.log.ReportCommand;
import dev.sluice.cli.log.SealCommand;
import dev.sluice.cli.log.VerifyCommand;
import dev.sluice.cli.run.PingCommand;
import dev.sluice.cli.run.RunCommand;
import dev.sluice.cli.work.AlertsCommand;
import dev.sluice.cli.work.BatchesCommand;
import dev.sluice.cli.work.ExportsCommand;
import dev.sluice.cli.work.FeedbackCommand;
import dev.sluice.cli.work.FirehoseCommand;
import dev.sluice.cli.work.LaterCommand;
import dev.sluice.cli.work.PartnersCommand;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All subcommands by name, and what happens when none fits. */
final class Commands {
    /** The exit status of a call that makes no sense. */
    static final int MISUSE = 2;

    private final Map<String, Command> byName = new LinkedHashMap<>();

    Commands(Time time) {
        List.of(
                        new RunCommand(time),
                        new PingCommand(time),
                        new CheckCommand(time),
                        new DiffCommand(),
                        new ReplayCommand(),
                        new SimulateCommand(),
                        new ExplainCommand(time),
                        new DiagramCommand(),
                        new EventsCommand(time),
                        new EraseCommand(time),
                        new PurgeCommand(time),
                        new SealCommand(time),
                        new ExportCommand(time),
                        new ExportsCommand(time),
                        new BatchesCommand(time),
                        new FirehoseCommand(time),
                        new ReportCommand(time),
                        new PartnersCommand(time),
                        new FeedbackCommand(time),
                        new AlertsCommand(time),
                        new VerifyCommand(),
                        LaterCommand.redeliver(time),
                        LaterCommand.settle(time),
                        new ParseCommand(time),
                        new MaskCommand(time),
                        new EvalCommand(time),
                        new RenderCommand(time),
                        new PresetCommand(),
                        new RequestCommand(),
                        new ResponseCommand())
                .forEach(command -> byName.put(command.usage().name(), command));
    }

    /** Runs what {@code args} ask for and gives the exit status. */
    int run(String[] args, Streams streams) {
        if (args.length == 0 || isHelp(args[0])) {
            streams.out().print(help());
            return 0;
        }
        Command command = byName.get(args[0]);
        if (command == null) {
            streams.err().println("sluice: there is no subcommand '" + args[0] + "'; see sluice --help");
            return MISUSE;
        }
        List<String> words = Arrays.asList(args).subList(1, args.length);
        if (words.stream().anyMatch(Commands::isHelp)) {
            streams.out().print(command.usage().help());
            return 0;
        }
        return run(command, words, streams);
    }

    private static int run(Command command, List<String> words, Streams streams) {
        try {
            return command.run(Arguments.of(command.usage(), words), streams);
        } catch (UsageException misuse) {
            streams.err().println("sluice: " + misuse.getMessage());
            return MISUSE;
        } catch (Failure failure) {
            streams.err().println("sluice: " + failure.getMessage());
            return 1;
        }
    }

    private static boolean isHelp(String word) {
        return word.equals("--help") || word.equals("-h") || word.equals("help");
    }

    private String help() {
        StringBuilder help = new StringBuilder("""
            sluice routes leads through flows, and tries out their parts.

            """);
        int width = byName.values().stream()
                .mapToInt(command -> call(command).length())
                .max()
                .orElse(0);
        for (Command command : byName.values()) {
            help.append("  ")
                    .append(Columns.left(call(command), width + 2))
                    .append(command.usage().summary())
                    .append('\n');
        }
        return help + """

            JSON lines go in and out where nothing else is said; a dash, or nothing, is standard input.
            sluice <subcommand> --help tells its options.
            """;
    }

    private static String call(Command command) {
        return (command.usage().name() + " " + command.usage().operands()).trim();
    }
}
