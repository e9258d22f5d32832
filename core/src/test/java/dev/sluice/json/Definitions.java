package dev.sluice.json;

import dev.sluice.delivery.Outcome;
import dev.sluice.feedback.FeedbackTerms;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.DurabilityClass;
import dev.sluice.flow.FeedbackAgreement;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FieldOverride;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.GateKind;
import dev.sluice.flow.ListCheck;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.OutcomeFrom;
import dev.sluice.flow.PingLimit;
import dev.sluice.flow.Pings;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.PurchasingDecisions;
import dev.sluice.flow.ResponseDefinition;
import dev.sluice.flow.ResponseExtra;
import dev.sluice.flow.ResponseFormat;
import dev.sluice.flow.ResponseTemplate;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.SourceKey;
import dev.sluice.flow.StatusTable;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Suppression;
import dev.sluice.schedule.CronExpression;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.schedule.Timetable;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Parsing.DateOrder;
import dev.sluice.types.Pii;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random definitions of every kind; they are well-formed, not sensible. */
public final class Definitions extends RandomSteps {
    public Definitions(long seed) {
        super(seed);
    }

    public FlowDefinition flow() {
        return FlowDefinition.builder(id())
                .name(text())
                .version(maybe(this::text))
                .enabled(random.nextBoolean())
                .environment(any(FlowDefinition.Environment.values()))
                .durability(any(DurabilityClass.values()))
                .timeZone(zone())
                .fields(some(3, this::field))
                .mappings(some(2, this::mapping))
                .gates(gates())
                .hours(maybe(this::hours))
                .listChecks(listChecks())
                .decisions(decisions())
                .acceptance(acceptance())
                .duplicateCheck(maybe(this::duplicates))
                .suppression(some(2, () -> new Suppression(text(), text(), maybe(this::window), maybe(this::text))))
                .pricing(pricing())
                .caps(some(2, () -> capEntry(2)))
                .sharedCaps(some(2, () -> cap(1)))
                .batches(some(2, this::batch))
                .feedback(some(2, this::feedback))
                .pings(pings())
                .sources(some(2, this::source))
                .steps(some(4, () -> step(2)))
                .subFlows(subFlows())
                .outcomeFrom(any(OutcomeFrom.values()))
                .response(response())
                .metadata(object(3))
                .build();
    }

    private FeedbackAgreement feedback() {
        FeedbackTerms terms = new FeedbackTerms(
                any("conversion", "return", text()),
                Optional.ofNullable(maybe(() -> Duration.ofDays(random.nextInt(99)))),
                Set.copyOf(some(2, this::text)),
                Optional.ofNullable(maybe(() -> rules(1))),
                Optional.ofNullable(maybe(this::feedbackLimit)),
                BigDecimal.valueOf(random.nextInt(101)),
                BigDecimal.valueOf(random.nextInt(101)));
        return new FeedbackAgreement(some(2, this::text), terms);
    }

    private FeedbackTerms.Limit feedbackLimit() {
        return new FeedbackTerms.Limit(
                Optional.of((long) random.nextInt(99)),
                Optional.ofNullable(maybe(() -> BigDecimal.valueOf(random.nextInt(101)))),
                Duration.ofHours(1 + random.nextInt(99)));
    }

    private BatchDefinition batch() {
        return new BatchDefinition(
                name(),
                random.nextBoolean(),
                null,
                text(),
                object(2),
                some(2, this::mapping),
                fileSchedule(),
                text(),
                object(2),
                maybe(this::text),
                any(BatchDefinition.Compression.values()),
                maybe(this::text),
                random.nextInt(1_000_000));
    }

    private FileSchedule fileSchedule() {
        return new FileSchedule(
                some(3, this::timetable),
                any(ZoneId.of("America/Chicago"), ZoneOffset.UTC),
                random.nextInt(100),
                random.nextInt(100),
                maybe(() -> Duration.ofMinutes(1 + random.nextInt(999))),
                maybe(() -> Duration.ofMinutes(1 + random.nextInt(999))),
                1 + random.nextInt(9),
                random.nextBoolean(),
                random.nextBoolean(),
                Set.copyOf(some(2, () -> LocalDate.ofEpochDay(20_000 + random.nextInt(999)))),
                maybe(this::hours));
    }

    private Timetable timetable() {
        LocalTime at = LocalTime.of(random.nextInt(24), random.nextInt(60));
        return any(
                new Timetable.Hourly(random.nextInt(60)),
                new Timetable.Daily(at),
                new Timetable.Weekly(Set.of(any(DayOfWeek.values())), at),
                new Timetable.Monthly(1 + random.nextInt(31), at),
                new Timetable.Cron(CronExpression.of("*/5 2 1 jan *")));
    }

    private List<GateKind> gates() {
        List<GateKind> order = new ArrayList<>(GateKind.STANDARD);
        Collections.shuffle(order, random);
        return order;
    }

    Map<String, ListCheck> listChecks() {
        Map<String, ListCheck> checks = new LinkedHashMap<>();
        some(3, this::name).forEach(name -> checks.put(name, new ListCheck(text(), text(), maybe(this::window))));
        return checks;
    }

    private PurchasingDecisions decisions() {
        return random.nextBoolean()
                ? PurchasingDecisions.NONE
                : new PurchasingDecisions(some(2, this::lookUp), duration());
    }

    private LookUp lookUp() {
        return new LookUp(
                text(),
                text(),
                maybe(this::entity),
                maybe(() -> rules(2)),
                some(2, this::mapping),
                object(3),
                duration());
    }

    private FieldDefinition field() {
        return new FieldDefinition(
                id(),
                any("email", "phone", "string", "unheard_of"),
                maybe(this::text),
                random.nextBoolean(),
                random.nextBoolean() ? Value.missing() : value(2),
                maybe(() -> any(Pii.values())),
                any(MaskStyle.values()),
                maybe(this::text),
                maybe(this::zone),
                any(DateOrder.values()),
                maybe(this::text));
    }

    private AcceptanceCriteria acceptance() {
        return random.nextBoolean()
                ? AcceptanceCriteria.ALL
                : new AcceptanceCriteria(maybe(() -> rules(3)), outcome(), maybe(this::text));
    }

    private DuplicateCheck duplicates() {
        return new DuplicateCheck(
                some(3, this::text),
                maybe(this::text),
                window(),
                any(DuplicateCheck.Scope.values()),
                any(DuplicateCheck.RecordAt.values()),
                maybe(this::text));
    }

    private Pricing pricing() {
        Pricing pricing = sale();
        return random.nextBoolean()
                ? pricing
                : pricing.behind(new Pricing.Service(text(), maybe(this::decimal), duration()));
    }

    private SourceDefinition source() {
        List<SourceKey> keys = some(2, this::key);
        @Nullable String account = keys.isEmpty() ? maybe(this::id) : null;
        return new SourceDefinition(
                id(),
                entity(),
                random.nextBoolean(),
                !keys.isEmpty() || account != null || random.nextBoolean(),
                keys,
                some(2, this::field),
                some(2, this::override),
                some(2, this::mapping),
                maybe(this::hours),
                acceptance(),
                pricing(),
                some(2, () -> capEntry(1)),
                some(2, this::pingLimit),
                maybe(this::response),
                account);
    }

    private SourceKey key() {
        return new SourceKey(text(), maybe(() -> Instant.ofEpochMilli(random.nextInt())));
    }

    private FieldOverride override() {
        return new FieldOverride(id(), maybe(random::nextBoolean), some(2, this::text), fallback());
    }

    private PingLimit pingLimit() {
        return new PingLimit(maybe(this::text), random.nextInt(1000) - 5, window(), maybe(this::zone));
    }

    private Pings pings() {
        return new Pings(random.nextBoolean(), some(2, this::pingLimit), Duration.ofMillis(random.nextInt(1_000_000)));
    }

    private ResponseDefinition response() {
        return random.nextBoolean()
                ? ResponseDefinition.STANDARD
                : new ResponseDefinition(
                        some(3, this::text),
                        Set.copyOf(some(3, () -> any(ResponseExtra.values()))),
                        any(ResponseFormat.values()),
                        any(StatusTable.values()),
                        some(2, this::template));
    }

    private ResponseTemplate template() {
        return new ResponseTemplate(
                maybe(() -> any(Outcome.SUCCESS, Outcome.FAILURE, Outcome.ERROR)),
                maybe(() -> rules(1)),
                text(),
                any(ResponseFormat.values()),
                maybe(() -> random.nextInt(600)));
    }

    Map<String, List<StepDefinition>> subFlows() {
        Map<String, List<StepDefinition>> subFlows = new LinkedHashMap<>();
        some(2, this::name).forEach(name -> subFlows.put(name, some(2, () -> step(1))));
        return subFlows;
    }
}
