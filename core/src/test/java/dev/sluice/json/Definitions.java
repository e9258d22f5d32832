package dev.sluice.json;

import dev.sluice.delivery.Backoff;
import dev.sluice.delivery.Outcome;
import dev.sluice.distribution.Auction;
import dev.sluice.feedback.FeedbackTerms;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.Cap;
import dev.sluice.flow.CapEntry;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.DuplicateCheck;
import dev.sluice.flow.DurabilityClass;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.Entity;
import dev.sluice.flow.FeedbackAgreement;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FieldOverride;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.GateKind;
import dev.sluice.flow.GroupStep;
import dev.sluice.flow.Hours;
import dev.sluice.flow.Hours.Period;
import dev.sluice.flow.ListCheck;
import dev.sluice.flow.ListStep;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.MappingValue;
import dev.sluice.flow.OutcomeFrom;
import dev.sluice.flow.PingLimit;
import dev.sluice.flow.Pings;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.PurchasingDecisions;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Recovery;
import dev.sluice.flow.ResponseDefinition;
import dev.sluice.flow.ResponseExtra;
import dev.sluice.flow.ResponseFormat;
import dev.sluice.flow.ResponseTemplate;
import dev.sluice.flow.Retry;
import dev.sluice.flow.RouteStep;
import dev.sluice.flow.SetStep;
import dev.sluice.flow.SharedCap;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.SourceKey;
import dev.sluice.flow.Standing;
import dev.sluice.flow.StatusTable;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Strategy;
import dev.sluice.flow.SubFlowStep;
import dev.sluice.flow.Suppression;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Transform;
import dev.sluice.flow.Window;
import dev.sluice.rules.Condition;
import dev.sluice.rules.Expression;
import dev.sluice.rules.Operator;
import dev.sluice.rules.Rule;
import dev.sluice.rules.RuleSet;
import dev.sluice.schedule.CronExpression;
import dev.sluice.schedule.FileSchedule;
import dev.sluice.schedule.Timetable;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing.DateOrder;
import dev.sluice.types.Pii;
import dev.sluice.types.Text;
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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random definitions of every kind; they are well-formed, not sensible. */
final class Definitions {
    private static final String ODD = "a/~ \"\\\n\t\u0001\u2028\ud83d\ude00\ud800é{}";

    private final Random random;
    private int ids;

    Definitions(long seed) {
        this.random = new Random(seed);
    }

    FlowDefinition flow() {
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

    private Map<String, ListCheck> listChecks() {
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

    private Hours hours() {
        if (random.nextInt(4) == 0) {
            return Hours.ALWAYS;
        }
        Map<DayOfWeek, List<Period>> days = new EnumMap<>(DayOfWeek.class);
        some(3, () -> any(DayOfWeek.values())).forEach(day -> days.put(day, some(2, this::period)));
        Map<LocalDate, List<Period>> exceptions = new LinkedHashMap<>();
        some(2, this::date).forEach(date -> exceptions.put(date, some(2, this::period)));
        return new Hours(random.nextBoolean(), maybe(this::zone), days, some(2, this::date), exceptions);
    }

    private Period period() {
        return random.nextInt(3) == 0 ? Period.DAY : new Period(time(), time());
    }

    private LocalTime time() {
        return LocalTime.of(random.nextInt(24), random.nextInt(60));
    }

    private LocalDate date() {
        return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1000));
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

    private MappingDefinition mapping() {
        return new MappingDefinition(
                text(), source(2), transforms(), fallback(), maybe(() -> rules(2)), random.nextBoolean());
    }

    private MappingValue source(int depth) {
        if (depth > 0 && random.nextInt(4) == 0) {
            return new MappingValue.Choice(rules(1), source(depth - 1), source(depth - 1));
        }
        return new MappingValue.Fixed(mapped(2));
    }

    private List<Transform> transforms() {
        return some(
                2,
                () -> any(
                        Transform.of(Transform.Kind.UPPERCASE),
                        Transform.of(Transform.Kind.FORMAT, text()),
                        new Transform(Transform.Kind.TRUNCATE, Value.number(random.nextInt(40))),
                        new Transform(Transform.Kind.MAP, object(2))));
    }

    private Value fallback() {
        return random.nextBoolean() ? Value.missing() : mapped(1);
    }

    private Value mapped(int depth) {
        return depth > 0 && random.nextInt(4) == 0 ? Value.list(some(3, () -> mapped(depth - 1))) : flat();
    }

    private AcceptanceCriteria acceptance() {
        return random.nextBoolean()
                ? AcceptanceCriteria.ALL
                : new AcceptanceCriteria(maybe(() -> rules(3)), outcome(), maybe(this::text));
    }

    private Outcome outcome() {
        return any(Outcome.SUCCESS, Outcome.FAILURE, Outcome.ERROR);
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

    private Window window() {
        return new Window(random.nextInt(40), any(TimeUnit.values()));
    }

    private Pricing pricing() {
        Pricing pricing = sale();
        return random.nextBoolean()
                ? pricing
                : pricing.behind(new Pricing.Service(text(), maybe(this::decimal), duration()));
    }

    private Pricing sale() {
        return new Pricing(
                some(2, () -> new Pricing.Price(flatAmount(), maybe(() -> rules(1)), maybe(this::text))),
                some(2, this::adjustment),
                random.nextBoolean(),
                maybe(this::decimal),
                maybe(this::decimal),
                null,
                maybe(this::decimal),
                maybe(this::minimum),
                maybe(this::minimum));
    }

    private Pricing.Adjustment adjustment() {
        return new Pricing.Adjustment(
                any(Pricing.Operation.values()), flatAmount(), maybe(() -> rules(1)), maybe(this::text));
    }

    private Pricing.Minimum minimum() {
        return new Pricing.Minimum(decimal(), any(Pricing.Policy.values()));
    }

    private Value flatAmount() {
        return random.nextBoolean() ? Value.text(text()) : Value.number(decimal());
    }

    private CapEntry capEntry(int depth) {
        return random.nextInt(4) == 0 ? new SharedCap(text()) : cap(depth);
    }

    private Cap cap(int depth) {
        Cap.Type type = any(Cap.Type.values());
        return new Cap(
                id(),
                maybe(this::text),
                type,
                type == Cap.Type.VOLUME ? BigDecimal.valueOf(random.nextInt(1000) - 5) : decimal(),
                any(new CapWindow.Calendar(window()), new CapWindow.Rolling(window()), CapWindow.TOTAL),
                maybe(() -> any(Cap.Counts.values())),
                maybe(() -> rules(1)),
                depth == 0 ? List.of() : some(2, () -> cap(depth - 1)),
                maybe(this::zone),
                maybe(this::text));
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

    private Entity entity() {
        String id = id();
        return new Entity(id, random.nextBoolean() ? id : text());
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

    private Map<String, List<StepDefinition>> subFlows() {
        Map<String, List<StepDefinition>> subFlows = new LinkedHashMap<>();
        some(2, this::name).forEach(name -> subFlows.put(name, some(2, () -> step(1))));
        return subFlows;
    }

    private StepDefinition step(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 9)) {
            case 4, 5 ->
                new SetStep(
                        id(), maybe(this::text), random.nextBoolean(), maybe(() -> rules(2)), some(2, this::mapping));
            case 6 -> list();
            case 7 -> new SubFlowStep(id(), maybe(this::text), random.nextBoolean(), maybe(() -> rules(1)), text());
            case 8 ->
                new GroupStep(
                        id(),
                        maybe(this::text),
                        random.nextBoolean(),
                        maybe(() -> rules(1)),
                        some(3, () -> random.nextBoolean() ? enhancement() : recipient()));
            case 9 ->
                new RouteStep(
                        id(),
                        maybe(this::text),
                        random.nextBoolean(),
                        maybe(() -> rules(1)),
                        some(3, () -> branch(depth - 1)),
                        some(2, () -> step(depth - 1)));
            case 0 ->
                new FilterStep(
                        id(), maybe(this::text), random.nextBoolean(), maybe(() -> rules(3)), action(), action());
            case 1 -> enhancement();
            case 2 -> recipient();
            default -> distribution(strategy());
        };
    }

    private RouteStep.Branch branch(int depth) {
        return new RouteStep.Branch(maybe(this::text), maybe(() -> rules(1)), some(2, () -> step(depth)));
    }

    private ListStep list() {
        ListStep.Operation operation = any(ListStep.Operation.values());
        return new ListStep(
                id(),
                maybe(this::text),
                random.nextBoolean(),
                maybe(() -> rules(1)),
                operation,
                some(3, this::text),
                text(),
                maybe(this::window),
                random.nextBoolean() ? operation.key() : text());
    }

    private DistributeStep distribution(Strategy strategy) {
        return new DistributeStep(
                id(),
                maybe(this::text),
                random.nextBoolean(),
                maybe(() -> rules(2)),
                strategy,
                strategy instanceof Strategy.Parallel ? 1 : random.nextInt(5),
                some(3, this::recipient));
    }

    private Strategy strategy() {
        return switch (random.nextInt(6)) {
            case 0 -> Strategy.WATERFALL;
            case 1 -> new Strategy.Parallel();
            case 2 -> new Strategy.RoundRobin();
            case 3 -> new Strategy.Weighted();
            case 4 ->
                new Strategy.Score(
                        maybe(() -> BigDecimal.valueOf(random.nextInt(), random.nextInt(6))),
                        maybe(() -> new Strategy.Scorer(text(), duration())));
            default ->
                new Strategy.PingPost(
                        random.nextBoolean() ? Value.number(random.nextInt(50)) : new Text(text()),
                        any(Auction.Choice.values()),
                        any(Auction.Charge.values()),
                        duration(),
                        duration(),
                        some(3, this::text));
        };
    }

    private Standing standing() {
        return random.nextBoolean()
                ? Standing.EQUAL
                : new Standing(
                        random.nextInt(5),
                        random.nextBoolean() ? Value.number(random.nextInt(50)) : new Text(text()),
                        random.nextInt(4),
                        random.nextInt(4));
    }

    private FilterAction action() {
        return switch (random.nextInt(4)) {
            case 0 -> FilterAction.CONTINUE;
            case 1 -> FilterAction.skipTo(text());
            case 2 -> FilterAction.stopLike(text(), maybe(this::text));
            default -> FilterAction.stop(outcome(), maybe(this::text));
        };
    }

    private EnhancementStep enhancement() {
        return new EnhancementStep(
                id(),
                maybe(this::text),
                random.nextBoolean(),
                maybe(() -> rules(2)),
                maybe(this::entity),
                text(),
                text(),
                some(2, this::mapping),
                object(3),
                duration(),
                any(Recovery.values()));
    }

    private RecipientStep recipient() {
        String id = id();
        Entity entity = maybe(this::entity);
        return new RecipientStep(
                id,
                maybe(this::text),
                random.nextBoolean(),
                maybe(() -> rules(2)),
                entity,
                text(),
                random.nextBoolean() ? Entity.key(entity, id) : text(),
                some(2, this::mapping),
                object(3),
                duration(),
                maybe(this::hours),
                some(2, () -> capEntry(1)),
                sale(),
                standing(),
                random.nextBoolean(),
                any(Recovery.values()),
                maybe(this::retry));
    }

    private Retry retry() {
        Backoff backoff =
                new Backoff(duration(), duration(), BigDecimal.valueOf(random.nextInt(99), 1), random.nextInt(101));
        return new Retry(
                random.nextInt(12),
                backoff,
                EnumSet.of(any(Retry.Cause.values()), any(Retry.Cause.values())),
                any(Retry.Mode.values()),
                random.nextInt(300));
    }

    private Duration duration() {
        return any(
                Duration.ofSeconds(30),
                Duration.ofMillis(random.nextInt(100_000)),
                Duration.ofNanos(random.nextLong()));
    }

    private RuleSet rules(int depth) {
        return new RuleSet(
                any(RuleSet.Op.values()),
                some(3, () -> condition(depth)),
                random.nextBoolean(),
                random.nextBoolean(),
                maybe(this::text),
                maybe(this::text));
    }

    private Condition condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 4 : 3)) {
            case 0 -> new Expression(text());
            case 3 -> rules(depth - 1);
            default ->
                new Rule(
                        text(),
                        any(Operator.values()).canonical(),
                        random.nextBoolean() ? Value.missing() : value(1),
                        depth > 0 ? maybe(() -> rules(depth - 1)) : null,
                        maybe(this::text),
                        maybe(this::text));
        };
    }

    Value value(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 4 -> Value.list(some(3, () -> value(depth - 1)));
            case 5 -> object(depth - 1);
            default -> flat();
        };
    }

    private Value flat() {
        return switch (random.nextInt(4)) {
            case 0 -> Value.bool(random.nextBoolean());
            case 1 -> Value.number(decimal());
            case 2 -> Value.text(null);
            default -> Value.text(text());
        };
    }

    private Obj object(int depth) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            members.put(name(), depth > 0 ? value(depth - 1) : flat());
        }
        return Obj.of(members);
    }

    private BigDecimal decimal() {
        return BigDecimal.valueOf(random.nextInt(), random.nextInt(60) - 30);
    }

    private ZoneId zone() {
        return any(ZoneOffset.UTC, ZoneId.of("America/New_York"), ZoneId.of("UTC"), ZoneId.of("+05:45"));
    }

    private String id() {
        return "id" + ids++;
    }

    /** Names may hold anything but half a surrogate pair. */
    private String name() {
        return text().replaceAll("[\\ud800-\\udfff]", "_");
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            text.append(ODD.charAt(random.nextInt(ODD.length())));
        }
        return text.toString();
    }

    private <T> List<T> some(int most, Supplier<T> make) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            list.add(make.get());
        }
        return list;
    }

    private <T> T maybe(Supplier<T> make) {
        return random.nextBoolean() ? make.get() : null;
    }

    @SafeVarargs
    private <T> T any(T... all) {
        return all[random.nextInt(all.length)];
    }
}
