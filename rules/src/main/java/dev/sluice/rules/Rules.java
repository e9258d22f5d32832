package dev.sluice.rules;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.internal.check.Checks;
import dev.sluice.rules.internal.program.Compiler;
import dev.sluice.rules.internal.program.Sides;
import dev.sluice.templates.Templates;
import dev.sluice.types.Layout;
import dev.sluice.types.Stage;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compiles conditions for one place of a flow. Immutable and safe on any thread; every setting gives a new compiler.
 *
 * <p>Without settings: nothing is obscene, labels come from the paths, privacy from the types of the fields, and
 * expressions are the safe ones.
 */
public final class Rules {
    private final Layout layout;
    private final Stage stage;
    private final Templates templates;
    private final Settings settings;

    private record Settings(
            ObscenityChecker obscenity,
            Function<String, Optional<String>> labels,
            PrivacyPolicy privacy,
            Expressions expressions) {}

    private Rules(Layout layout, Stage stage, Templates templates, Settings settings) {
        this.layout = requireNonNull(layout, "layout");
        this.stage = requireNonNull(stage, "stage");
        this.templates = requireNonNull(templates, "templates");
        this.settings = settings;
    }

    /** A compiler of conditions that are evaluated at {@code stage} on scopes of {@code layout}. */
    public static Rules with(Layout layout, Stage stage, Templates templates) {
        Settings settings = new Settings(
                ObscenityChecker.NONE, field -> Optional.empty(), PrivacyPolicy.BY_TYPE, SafeExpressions.INSTANCE);
        return new Rules(layout, stage, templates, settings);
    }

    /** This compiler with a judge of obscenity. */
    public Rules obscenity(ObscenityChecker checker) {
        return set(new Settings(
                requireNonNull(checker, "checker"), settings.labels, settings.privacy, settings.expressions));
    }

    /** This compiler with names of fields for generated reasons; a field without one is called by its id, in title case. */
    public Rules labels(Function<String, Optional<String>> labels) {
        return set(new Settings(
                settings.obscenity, requireNonNull(labels, "labels"), settings.privacy, settings.expressions));
    }

    /** This compiler with what may be shown in traces and reasons. */
    public Rules privacy(PrivacyPolicy policy) {
        return set(new Settings(
                settings.obscenity, settings.labels, requireNonNull(policy, "policy"), settings.expressions));
    }

    /** This compiler with another language of expressions; see {@link TrustedMvel}. */
    public Rules expressions(Expressions expressions) {
        return set(new Settings(
                settings.obscenity, settings.labels, settings.privacy, requireNonNull(expressions, "expressions")));
    }

    private Rules set(Settings next) {
        return new Rules(layout, stage, templates, next);
    }

    /** Compiles {@code condition}. Never throws for what it says: look at {@link CompiledRules#findings()}. */
    public CompiledRules compile(Condition condition) {
        Compiler compiler = new Compiler(
                new Sides(layout, stage, templates),
                new Checks(settings.obscenity::isObscene),
                this::expression,
                settings.obscenity != ObscenityChecker.NONE);
        Wording wording = new Wording(settings.labels, settings.privacy);
        return new CompiledRules(compiler.compile(requireNonNull(condition, "condition")), wording);
    }

    /**
     * Compiles an expression for its value.
     *
     * @throws ExpressionException when it is refused
     */
    public ExpressionProgram expression(String text) {
        return settings.expressions.compile(requireNonNull(text, "text"), layout, stage);
    }
}
