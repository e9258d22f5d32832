package dev.sluice.templates.internal.program;

import dev.sluice.templates.internal.program.Surroundings.Kind;
import dev.sluice.templates.internal.syntax.Expression.Name;
import dev.sluice.templates.internal.syntax.Source;
import dev.sluice.types.InvalidPathException;
import dev.sluice.types.Layout;
import dev.sluice.types.Ref;
import dev.sluice.types.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles names to expressions, and keeps the paths that are read. Used while one template compiles. */
final class Paths {
    private static final Set<String> SECRETS = Set.of("secret", "secrets", "credential", "credentials");

    private final Source source;
    private final Layout layout;
    private final Stage stage;
    private final boolean secrets;
    private final Map<String, Ref> refs = new LinkedHashMap<>();
    private boolean readsAll;

    Paths(Source source, Layout layout, Stage stage, boolean secrets) {
        this.source = source;
        this.layout = layout;
        this.stage = stage;
        this.secrets = secrets;
    }

    List<Ref> refs() {
        return List.copyOf(refs.values());
    }

    boolean readsAll() {
        return readsAll;
    }

    Expr compile(Name name, Surroundings here) {
        if (name.data()) {
            return data(name);
        }
        boolean bare = name.root() == 0 && !name.scoped();
        int slot = bare ? here.slot(name.head()) : -1;
        return slot >= 0
                ? new ParameterExpr(slot, name.words().subList(1, name.words().size()))
                : path(name, here);
    }

    private Expr data(Name name) {
        if (name.head().equals("root")) {
            return fromTop(name.words().subList(1, name.words().size()), name);
        }
        return name.words().size() == 1
                ? LoopExpr.Word.of(name.head())
                        .<Expr>map(word -> new LoopExpr(word, name.root()))
                        .orElse(ConstantExpr.MISSING)
                : ConstantExpr.MISSING;
    }

    private Expr path(Name name, Surroundings here) {
        Surroundings target = here;
        boolean open = here.kind().isOpen();
        for (int i = 0; i < name.root() && target != null; i++) {
            target = target.parent();
            open |= target != null && target.kind().isOpen();
        }
        if (open) {
            return new LocalExpr(name.root(), name.words(), possible(name, here.kind() == Kind.PARTIAL));
        }
        if (target == null) {
            return ConstantExpr.MISSING;
        }
        return target.kind() == Kind.TOP ? fromTop(name.words(), name) : inside(name, target);
    }

    private Expr inside(Name name, Surroundings target) {
        if (target.prefix() == null || name.words().isEmpty()) {
            return new LocalExpr(name.root(), name.words(), null);
        }
        List<String> words = new ArrayList<>(target.prefix());
        words.addAll(name.words());
        return new RefExpr(read(words, name));
    }

    private Expr fromTop(List<String> words, Name name) {
        if (words.isEmpty()) {
            readsAll = true;
            return new ScopeExpr();
        }
        return new RefExpr(read(words, name));
    }

    private Ref read(List<String> words, Name name) {
        try {
            Ref ref = ref(words, name);
            refs.putIfAbsent(ref.path(), ref);
            return ref;
        } catch (InvalidPathException e) {
            throw source.fault(name.offset(), String.valueOf(e.getMessage()));
        }
    }

    /** The path as read from the top, where it may also be a name of the block; what no template may read is refused anyway. */
    private @Nullable Ref possible(Name name, boolean reported) {
        if (name.words().isEmpty()) {
            return null;
        }
        try {
            Ref ref = ref(name.words(), name);
            if (reported) {
                refs.putIfAbsent(ref.path(), ref);
            }
            return ref;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private Ref ref(List<String> words, Name name) {
        Ref ref = layout.compile(Words.path(words), stage);
        if (!secrets && !ref.declared() && SECRETS.contains(words.get(0))) {
            throw source.fault(name.offset(), "secrets are readable in header and authentication settings only");
        }
        return ref;
    }
}
