package dev.sluice.templates.internal.program;

import dev.sluice.templates.Helper;
import dev.sluice.templates.TemplateException;
import dev.sluice.templates.internal.helper.Builtin;
import dev.sluice.templates.internal.syntax.Expression;
import dev.sluice.templates.internal.syntax.Expression.Call;
import dev.sluice.templates.internal.syntax.Expression.Constant;
import dev.sluice.templates.internal.syntax.Expression.Name;
import dev.sluice.templates.internal.syntax.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compiles what stands inside tags. */
final class Calls {
    private final Source source;
    private final Helpers helpers;
    private final Paths paths;

    Calls(Source source, Helpers helpers, Paths paths) {
        this.source = source;
        this.helpers = helpers;
        this.paths = paths;
    }

    /** Whether {@code call} names a helper here. */
    boolean isHelper(Call call, Surroundings here) {
        Name name = call.name();
        return name.isSimple() && here.slot(name.head()) < 0 && helpers.knows(name.head());
    }

    /** Whether what {@code call} writes is never escaped. */
    boolean isRaw(Call call, Surroundings here) {
        Builtin builtin = helpers.builtin(call.name().head());
        return isHelper(call, here) && helpers.ofHost(call.name().head()) == null && builtin != null && builtin.raw();
    }

    /** A helper call, or a variable. */
    Expr compile(Call call, Surroundings here) {
        if (isHelper(call, here)) {
            return helper(call, here);
        }
        if (call.name().isSimple() && Helpers.BLOCKS.contains(call.name().head())) {
            throw source.fault(
                    call.offset(),
                    call.name().head() + " is a block: {{#" + call.name().head() + " ...}}");
        }
        if (!call.isBare()) {
            throw noHelper(call);
        }
        return paths.compile(call.name(), here);
    }

    private TemplateException noHelper(Call call) {
        return source.fault(
                call.offset(), "there is no helper named " + call.name().spelling());
    }

    Expr compile(Expression expression, Surroundings here) {
        if (expression instanceof Constant constant) {
            return new ConstantExpr(constant.value());
        }
        if (expression instanceof Name name) {
            return paths.compile(name, here);
        }
        Call call = (Call) expression;
        if (!isHelper(call, here)) {
            throw noHelper(call);
        }
        return helper(call, here);
    }

    private Expr helper(Call call, Surroundings here) {
        String name = call.name().head();
        List<Expr> arguments =
                call.arguments().stream().map(e -> compile(e, here)).toList();
        Map<String, Expr> named = new LinkedHashMap<>();
        call.named().forEach((key, e) -> named.put(key, compile(e, here)));
        Place place = new Place(source, call.offset());
        Helper ofHost = helpers.ofHost(name);
        if (ofHost != null) {
            return new HostCallExpr(name, ofHost, arguments, named, place);
        }
        Builtin builtin = Objects.requireNonNull(helpers.builtin(name));
        Binding binding = new Binding(name, builtin.signature(), place, path -> variable(path, here, call.offset()));
        binding.place(arguments);
        binding.name(named);
        return binding.call(builtin);
    }

    private Expr variable(String path, Surroundings here, int offset) {
        return paths.compile(new Name(path, 0, false, false, List.of(path.split("\\.")), offset), here);
    }
}
