package dev.sluice.internal;

import dev.sluice.Reply;
import dev.sluice.flow.ResponseDefinition;
import dev.sluice.internal.mapping.Mold;
import dev.sluice.internal.mapping.TargetPath;
import dev.sluice.internal.pricing.Money;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the source is told: the values at some paths, under those paths, and the further members that the response asks
 * for; or a whole text. What is missing is left out.
 */
public final class ResponsePlan {
    private final ResponseDefinition definition;
    private final Ref[] refs;
    private final Mold mold;
    private final ResponseExtras extras;
    private final List<ResponseText> texts;

    public ResponsePlan(
            ResponseDefinition definition, List<Ref> refs, ResponseExtras extras, List<ResponseText> texts) {
        this.definition = definition;
        this.refs = refs.toArray(Ref[]::new);
        this.mold = Mold.of(refs.stream().map(ref -> TargetPath.of(ref.path())).toList());
        this.extras = extras;
        this.texts = List.copyOf(texts);
    }

    Reply reply(Scope data, Answers.Told told, At at) {
        Scope scope = answered(data, told);
        return new Reply(content(scope, told), definition.format(), definition.statuses(), written(scope, told, at));
    }

    /** How this response looks, for answers that have a content of their own. */
    public Reply form() {
        return new Reply(Obj.EMPTY, definition.format(), definition.statuses(), null);
    }

    private static Scope answered(Scope data, Answers.Told told) {
        Obj variables = data.section(Section.VARS)
                .with("outcome", new Text(told.outcome().text()))
                .with("reason", told.reason() == null ? Value.missing() : new Text(told.reason()))
                .with("price", Num.of(Money.shown(told.price())));
        return data.with(Section.VARS, variables);
    }

    private Obj content(Scope scope, Answers.Told told) {
        Value[] values = new Value[refs.length];
        for (int i = 0; i < refs.length; i++) {
            values[i] = refs[i].read(scope).plain();
        }
        return extras.addTo(mold.pour(values), told);
    }

    /** The first text that is for this answer and can be made; null when there is none. */
    private Reply.@Nullable Written written(Scope scope, Answers.Told told, At at) {
        for (ResponseText text : texts) {
            Reply.Written written = text.isFor(told.outcome(), scope, at) ? text.write(scope, at) : null;
            if (written != null) {
                return written;
            }
        }
        return null;
    }
}
