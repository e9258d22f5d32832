package dev.sluice.json;

import dev.sluice.delivery.Backoff;
import dev.sluice.distribution.Auction;
import dev.sluice.flow.Cap;
import dev.sluice.flow.CapEntry;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.Entity;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.GroupStep;
import dev.sluice.flow.Hours;
import dev.sluice.flow.Hours.Period;
import dev.sluice.flow.ListStep;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.MappingValue;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.Recovery;
import dev.sluice.flow.Retry;
import dev.sluice.flow.RouteStep;
import dev.sluice.flow.SetStep;
import dev.sluice.flow.SharedCap;
import dev.sluice.flow.Standing;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Strategy;
import dev.sluice.flow.SubFlowStep;
import dev.sluice.flow.Transform;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Random steps of every kind, and what sources and flows have as well: mappings, hours, caps, prices. */
class RandomSteps extends RandomValues {
    RandomSteps(long seed) {
        super(seed);
    }

    Hours hours() {
        if (random.nextInt(4) == 0) {
            return Hours.ALWAYS;
        }
        Map<DayOfWeek, List<Period>> days = new EnumMap<>(DayOfWeek.class);
        some(3, () -> any(DayOfWeek.values())).forEach(day -> days.put(day, some(2, this::period)));
        Map<LocalDate, List<Period>> exceptions = new LinkedHashMap<>();
        some(2, this::date).forEach(date -> exceptions.put(date, some(2, this::period)));
        return new Hours(random.nextBoolean(), maybe(this::zone), days, some(2, this::date), exceptions);
    }

    Period period() {
        return random.nextInt(3) == 0 ? Period.DAY : new Period(time(), time());
    }

    MappingDefinition mapping() {
        return new MappingDefinition(
                text(), source(2), transforms(), fallback(), maybe(() -> rules(2)), random.nextBoolean());
    }

    MappingValue source(int depth) {
        if (depth > 0 && random.nextInt(4) == 0) {
            return new MappingValue.Choice(rules(1), source(depth - 1), source(depth - 1));
        }
        return new MappingValue.Fixed(mapped(2));
    }

    List<Transform> transforms() {
        return some(
                2,
                () -> any(
                        Transform.of(Transform.Kind.UPPERCASE),
                        Transform.of(Transform.Kind.FORMAT, text()),
                        new Transform(Transform.Kind.TRUNCATE, Value.number(random.nextInt(40))),
                        new Transform(Transform.Kind.MAP, object(2))));
    }

    Value fallback() {
        return random.nextBoolean() ? Value.missing() : mapped(1);
    }

    Value mapped(int depth) {
        return depth > 0 && random.nextInt(4) == 0 ? Value.list(some(3, () -> mapped(depth - 1))) : flat();
    }

    Pricing sale() {
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

    Pricing.Adjustment adjustment() {
        return new Pricing.Adjustment(
                any(Pricing.Operation.values()), flatAmount(), maybe(() -> rules(1)), maybe(this::text));
    }

    Pricing.Minimum minimum() {
        return new Pricing.Minimum(decimal(), any(Pricing.Policy.values()));
    }

    Value flatAmount() {
        return random.nextBoolean() ? Value.text(text()) : Value.number(decimal());
    }

    CapEntry capEntry(int depth) {
        return random.nextInt(4) == 0 ? new SharedCap(text()) : cap(depth);
    }

    Cap cap(int depth) {
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

    Entity entity() {
        String id = id();
        return new Entity(id, random.nextBoolean() ? id : text());
    }

    StepDefinition step(int depth) {
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

    RouteStep.Branch branch(int depth) {
        return new RouteStep.Branch(maybe(this::text), maybe(() -> rules(1)), some(2, () -> step(depth)));
    }

    ListStep list() {
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

    DistributeStep distribution(Strategy strategy) {
        return new DistributeStep(
                id(),
                maybe(this::text),
                random.nextBoolean(),
                maybe(() -> rules(2)),
                strategy,
                strategy instanceof Strategy.Parallel ? 1 : random.nextInt(5),
                some(3, this::recipient));
    }

    Strategy strategy() {
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

    Standing standing() {
        return random.nextBoolean()
                ? Standing.EQUAL
                : new Standing(
                        random.nextInt(5),
                        random.nextBoolean() ? Value.number(random.nextInt(50)) : new Text(text()),
                        random.nextInt(4),
                        random.nextInt(4));
    }

    FilterAction action() {
        return switch (random.nextInt(4)) {
            case 0 -> FilterAction.CONTINUE;
            case 1 -> FilterAction.skipTo(text());
            case 2 -> FilterAction.stopLike(text(), maybe(this::text));
            default -> FilterAction.stop(outcome(), maybe(this::text));
        };
    }

    EnhancementStep enhancement() {
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

    RecipientStep recipient() {
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

    Retry retry() {
        Backoff backoff =
                new Backoff(duration(), duration(), BigDecimal.valueOf(random.nextInt(99), 1), random.nextInt(101));
        return new Retry(
                random.nextInt(12),
                backoff,
                EnumSet.of(any(Retry.Cause.values()), any(Retry.Cause.values())),
                any(Retry.Mode.values()),
                random.nextInt(300));
    }
}
