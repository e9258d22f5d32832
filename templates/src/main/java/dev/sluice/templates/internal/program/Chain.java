package dev.sluice.templates.internal.program;

import dev.sluice.templates.Limits;
import dev.sluice.templates.internal.program.Surroundings.Kind;
import dev.sluice.templates.internal.syntax.Expression;
import dev.sluice.templates.internal.syntax.Expression.Call;
import dev.sluice.templates.internal.syntax.Expression.Name;
import dev.sluice.templates.internal.syntax.Source;
import dev.sluice.templates.internal.syntax.Statement;
import dev.sluice.templates.internal.syntax.Statement.Branch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles one block with its else-branches, last branch first; conditions that follow each other become one choice. */
final class Chain {
    private final Source source;
    private final Calls calls;
    private final Bodies bodies;
    private final Slots slots;
    private final Limits limits;
    private final Deque<Condition> conditions = new ArrayDeque<>();
    private final Deque<Body> chosen = new ArrayDeque<>();
    private Body rest = Body.NONE;

    Chain(Source source, Calls calls, Bodies bodies, Slots slots, Limits limits) {
        this.source = source;
        this.calls = calls;
        this.bodies = bodies;
        this.slots = slots;
        this.limits = limits;
    }

    Node compile(Statement.Block block, Surroundings here) {
        List<Branch> branches = block.branches();
        Call first = branches.get(0).call();
        refuseDepth(branches);
        if (block.inverted()) {
            return inverted(block, here);
        }
        rest = bodies.compile(block.otherwise(), here, first.offset());
        for (int i = branches.size() - 1; i >= 0; i--) {
            add(branches.get(i), here);
        }
        settle(first);
        return rest.node();
    }

    private Node inverted(Statement.Block block, Surroundings here) {
        Branch branch = block.branches().get(0);
        if (block.branches().size() > 1) {
            throw source.fault(
                    branch.call().offset(), "a block that begins with ^ has no else-branch with a condition");
        }
        Branch swapped = new Branch(branch.call(), branch.parameters(), block.otherwise());
        return compile(new Statement.Block(List.of(swapped), branch.body(), false), here);
    }

    private void refuseDepth(List<Branch> branches) {
        long nested = branches.stream()
                .filter(branch -> !isCondition(branch, Surroundings.TOP))
                .count();
        if (nested > limits.depth()) {
            throw source.fault(
                    branches.get(0).call().offset(), "more than " + limits.depth() + " else-blocks in a chain");
        }
    }

    private void add(Branch branch, Surroundings here) {
        if (isCondition(branch, here)) {
            conditions.push(condition(branch, here));
            chosen.push(bodies.compile(branch.body(), here, branch.call().offset()));
        } else {
            settle(branch.call());
            rest = only(block(branch, here), branch.call());
        }
    }

    /** Makes the collected conditions one choice. */
    private void settle(Call call) {
        if (!conditions.isEmpty()) {
            rest = only(new ChoiceNode(List.copyOf(conditions), List.copyOf(chosen), rest), call);
            conditions.clear();
            chosen.clear();
        }
    }

    private Body only(Node node, Call call) {
        return Body.only(node, place(call));
    }

    private boolean isCondition(Branch branch, Surroundings here) {
        String name = word(branch.call(), here);
        return name.equals("if")
                || name.equals("unless")
                || calls.isHelper(branch.call(), here)
                || (name.equals("with") && isWithThis(branch));
    }

    /** {@code with this} changes nothing, so it is no step down either. */
    private static boolean isWithThis(Branch branch) {
        return branch.parameters().isEmpty()
                && branch.call().arguments().size() == 1
                && branch.call().arguments().get(0) instanceof Name target
                && target.words().isEmpty()
                && target.root() == 0;
    }

    private static String word(Call call, Surroundings here) {
        Name name = call.name();
        boolean isWord = name.isSimple() && here.slot(name.head()) < 0 && Helpers.BLOCKS.contains(name.head());
        return isWord ? name.head() : "";
    }

    private Condition condition(Branch branch, Surroundings here) {
        Call call = branch.call();
        String name = word(call, here);
        if (name.isEmpty()) {
            return new Condition(calls.compile(call, here), false, false);
        }
        Expr expr = onlyArgument(call, name, name.equals("with") ? null : "includeZero", here);
        return new Condition(expr, name.equals("unless"), zeroCounts(call));
    }

    private static boolean zeroCounts(Call call) {
        return call.named().get("includeZero") instanceof Expression.Constant flag && Truth.of(flag.value());
    }

    private Expr onlyArgument(Call call, String name, @Nullable String option, Surroundings here) {
        if (call.arguments().size() != 1) {
            throw source.fault(
                    call.offset(),
                    "{{#" + name + "}} takes one value, not " + call.arguments().size());
        }
        for (String key : call.named().keySet()) {
            if (!key.equals(option)) {
                throw source.fault(call.offset(), "{{#" + name + "}} has no argument " + key);
            }
        }
        return calls.compile(call.arguments().get(0), here);
    }

    private Node block(Branch branch, Surroundings here) {
        Call call = branch.call();
        String name = word(call, here);
        Map<String, Integer> names = slots.number(branch.parameters());
        if (name.isEmpty()) {
            Expr expr = calls.compile(call, here);
            return new SectionNode(expr, block(branch, here.inside(Kind.SECTION, names, null), names));
        }
        Expr expr = onlyArgument(call, name, null, here);
        if (name.equals("each")) {
            return new EachNode(expr, block(branch, here.inside(Kind.VALUE, names, null), names));
        }
        return new WithNode(expr, block(branch, here.inside(Kind.VALUE, names, prefix(call, here)), names));
    }

    private Block block(Branch branch, Surroundings inside, Map<String, Integer> names) {
        int[] numbers = names.values().stream().mapToInt(Integer::intValue).toArray();
        Body body = bodies.compile(branch.body(), inside, branch.call().offset());
        return new Block(body, rest, numbers, place(branch.call()));
    }

    /** The path of the data under {@code with}, where it is known. */
    private static @Nullable List<String> prefix(Call call, Surroundings here) {
        boolean path = call.arguments().get(0) instanceof Name name
                && here.kind() == Kind.TOP
                && name.root() == 0
                && !name.data()
                && !name.words().isEmpty()
                && here.slot(name.head()) < 0;
        return path ? ((Name) call.arguments().get(0)).words() : null;
    }

    private Place place(Call call) {
        return new Place(source, call.offset());
    }
}
