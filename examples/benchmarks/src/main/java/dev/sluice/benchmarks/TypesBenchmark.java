package dev.sluice.benchmarks;

import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Parsing;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one field and a lead of twenty fields cost: the field types, the libraries called the obvious way, and the
 * shortest code that one would write by hand for the same input, which checks less.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class TypesBenchmark {
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.parse("2026-03-15T14:30:00Z")));

    private final Samples phones = new Samples("(512) 789-1111", "512-789-1112", "5127891113", "+1 512 789 1114");
    private final Samples emails = new Samples("john.doe@example.com", "Jane.Roe42@gmail.com", "info@company.co.uk");
    private final Samples numbers = new Samples("42", "1234.56", "$250,000", "0.5");
    private final Samples booleans = new Samples("yes", "No", "TRUE", "0");
    private final Samples dates = new Samples("2026-03-15", "1985-06-15", "2000-02-29");
    private final LeadOfTwenty lead = new LeadOfTwenty();

    @Benchmark
    public Typed phone() {
        return parse(FieldTypes.PHONE, phones);
    }

    @Benchmark
    public Object phoneByLibrary() {
        return LibraryParsing.phone(phones.next().value());
    }

    @Benchmark
    public Typed email() {
        return parse(FieldTypes.EMAIL, emails);
    }

    @Benchmark
    public Object emailByLibrary() {
        return LibraryParsing.email(emails.next().value());
    }

    @Benchmark
    public Object emailByHand() {
        return HandParsing.email(emails.next().value());
    }

    @Benchmark
    public Typed number() {
        return parse(FieldTypes.NUMBER, numbers);
    }

    @Benchmark
    public Object numberByHand() {
        return HandParsing.number(numbers.next().value());
    }

    @Benchmark
    public Typed bool() {
        return parse(FieldTypes.BOOLEAN, booleans);
    }

    @Benchmark
    public Object boolByHand() {
        return HandParsing.bool(booleans.next().value());
    }

    @Benchmark
    public Typed date() {
        return parse(FieldTypes.DATE, dates);
    }

    @Benchmark
    public Object dateByHand() {
        return HandParsing.date(dates.next().value());
    }

    @Benchmark
    public Object lead() {
        return lead.parse(PARSING);
    }

    @Benchmark
    public Object leadByLibraries() {
        return lead.parseByLibraries();
    }

    private static Typed parse(FieldType type, Samples samples) {
        return type.parse(samples.next(), PARSING);
    }

    /** Inputs in turn, so that no answer can be learned. */
    private static final class Samples {
        private final Text[] texts;
        private int at;

        Samples(String... texts) {
            this.texts = Arrays.stream(texts).map(Text::new).toArray(Text[]::new);
        }

        Text next() {
            at = at + 1 == texts.length ? 0 : at + 1;
            return texts[at];
        }
    }
}
