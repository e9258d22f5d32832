package dev.sluice.examples;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever implements an interface of the library finds a contract for it in a test kit. */
class ContractsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern INTERFACE = Pattern.compile(
            "^(    (?=public )|)(?:public )(?:static |non-sealed )*interface (\\w+)", Pattern.MULTILINE);
    private static final Pattern MEMBER = Pattern.compile("^    interface (\\w+)", Pattern.MULTILINE);

    private static final String GIVEN = "Sluice gives it; hosts only call it";
    private static final String OF_STORE = "a part of a store: StoreContract";
    private static final String FOR_STORES = "a tool for those who write a store: StoreContract";
    private static final String CALLBACK = "sees values one by one; there is nothing to get wrong";
    private static final String ONE_VALUE = "gives one thing that its caller asked for, mostly a lambda";

    /** Interfaces without a contract that has their name, and why. */
    private static final Map<String, String> WITHOUT = Map.ofEntries(
            entry("Batches", GIVEN),
            entry("Deliveries", GIVEN),
            entry("Flow", GIVEN),
            entry("Lists", GIVEN),
            entry("Sealing", GIVEN),
            entry("SealingSealer", GIVEN),
            entry("Changes", OF_STORE),
            entry("Entries", OF_STORE),
            entry("Events", OF_STORE),
            entry("Keys", OF_STORE),
            entry("Leads", OF_STORE),
            entry("StoredLog", OF_STORE),
            entry("Subjects", OF_STORE),
            entry("View", OF_STORE),
            entry("Written", OF_STORE),
            entry("GroupCommitCommit", FOR_STORES),
            entry("LeadKeysStored", FOR_STORES),
            entry("Past", FOR_STORES),
            entry("ChangeSink", CALLBACK),
            entry("FlowVisitor", CALLBACK),
            entry("ValueMatcher", CALLBACK),
            entry("AttachmentContent", ONE_VALUE),
            entry("DigestsThere", ONE_VALUE),
            entry("JdbcSinkSource", ONE_VALUE),
            entry("OutgoingFileContent", ONE_VALUE),
            entry("Check", "the checks are ours; a host cannot add one"),
            entry("Components", "made by a field type: FieldTypeContract"),
            entry("DueWork", "what a host does when it is due; what it must record, only it knows"),
            entry("ExpressionProgram", "made by an engine of expressions: ExpressionsContract"),
            entry("Pause", "waits by a clock that tests replace"),
            entry("Profile", "any value is a good one for a made-up lead"),
            entry("Archive", "keeps leads wherever a host does; only it knows what that must be"),
            entry("PartitionKey", ONE_VALUE),
            entry("StreamProducer", "made into a sink by StreamSink: SinkContract"),
            entry("RowWriter", "opened by a format: RowFormatContract"));

    /** The contract of stores has pieces, which nobody extends alone. */
    private static final Set<String> PIECES = Set.of("Work", "Write");

    private static Stream<Path> files(Predicate<String> wanted) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(file -> wanted.test(file.toString().replace('\\', '/'))).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those of a public interface are public too; they go by both names. */
    private static Stream<String> interfaces(Path file) {
        String text = text(file);
        String own = file.getFileName().toString().replace(".java", "");
        Stream<String> written = INTERFACE
                .matcher(text)
                .results()
                .map(found -> found.group(1).isEmpty() ? found.group(2) : own + found.group(2));
        boolean isOne = Pattern.compile("^public (sealed |non-sealed )?interface ", Pattern.MULTILINE)
                .matcher(text)
                .find();
        return isOne
                ? Stream.concat(written, MEMBER.matcher(text).results().map(found -> own + found.group(1)))
                : written;
    }

    private static Set<String> toImplement() {
        return files(file -> file.contains("/src/main/java/")
                        && file.endsWith(".java")
                        && !file.contains("/internal/")
                        && !file.contains("/testkit/")
                        && !file.contains("/examples/"))
                .flatMap(ContractsTest::interfaces)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> contracts() {
        Matcher name = Pattern.compile("(\\w+)Contract\\.java").matcher("");
        return files(file -> file.contains("/testkit/src/main/java/") && file.endsWith("Contract.java"))
                .map(file -> name.reset(file.getFileName().toString()).replaceFirst("$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_interface_has_a_contract_or_a_reason_to_have_none() {
        Set<String> missing = toImplement();
        missing.removeAll(contracts());

        assertThat(missing).containsExactlyInAnyOrderElementsOf(WITHOUT.keySet());
    }

    @Test
    void every_contract_is_named_in_a_readme() {
        String readmes = Stream.of("core/testkit", "delivery-spi/testkit", "delivery-spi/http/testkit", "types/testkit")
                .map(folder -> text(ROOT.resolve(folder).resolve("README.md")))
                .collect(Collectors.joining());

        Set<String> toImplement = toImplement();
        List<String> unnamed = contracts().stream()
                .filter(contract -> toImplement.contains(contract)
                        && !PIECES.contains(contract)
                        && !readmes.contains(contract + "Contract"))
                .toList();
        assertThat(unnamed).isEmpty();
    }
}
