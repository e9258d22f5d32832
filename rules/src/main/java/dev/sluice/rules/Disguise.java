package dev.sluice.rules;

import dev.sluice.rules.internal.program.Side;
import dev.sluice.templates.Rendering;
import dev.sluice.templates.Template;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.At;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.MaskedView;
import dev.sluice.types.Obj;
import dev.sluice.types.Pii;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.Comparator;
import java.util.Optional;

/** Shows values as far as the privacy policy lets them be seen. */
final class Disguise {
    private final PrivacyPolicy privacy;

    Disguise(PrivacyPolicy privacy) {
        this.privacy = privacy;
    }

    /** The value of {@code side}, masked if anything it reads is private, and then as the most private of these asks. */
    Value read(Side side, Scope scope, At at) {
        Value value = side.read(scope, at);
        Optional<MaskStyle> style =
                side.refs().stream().filter(this::isPrivate).map(privacy::style).max(Comparator.naturalOrder());
        return style.isPresent() ? masked(value, style.get()) : value;
    }

    private boolean isPrivate(Ref ref) {
        return privacy.of(ref) != Pii.NONE;
    }

    private static Value masked(Value value, MaskStyle style) {
        return value.isAbsent() ? value : new Text(MaskedView.of(value, style));
    }

    /** What {@code template} says when everything private is masked before it reads it. */
    String rendered(Template template, Scope scope, At at) {
        Scope shown = scope;
        for (Ref ref : template.refs()) {
            if (isPrivate(ref)) {
                shown = hide(shown, ref);
            }
        }
        try {
            return template.render(shown, Rendering.plain(at)).trim();
        } catch (TemplateException overLimit) {
            return "the reason cannot be told: " + overLimit.getMessage();
        }
    }

    private Scope hide(Scope scope, Ref ref) {
        Scope shown = scope;
        for (Section section : Section.values()) {
            shown = hide(shown, section, ref);
        }
        return shown;
    }

    private Scope hide(Scope scope, Section section, Ref ref) {
        boolean there = section == ref.section() || (!ref.declared() && isSearched(section));
        Obj obj = scope.section(section);
        if (!there) {
            return scope;
        }
        if (ref.member().isEmpty()) {
            return scope.with(section, Obj.EMPTY);
        }
        String member = ref.member().get();
        Value value = obj.get(member);
        return value.isMissing() ? scope : scope.with(section, obj.with(member, masked(value, privacy.style(ref))));
    }

    private static boolean isSearched(Section section) {
        return section == Section.VARS || section == Section.LEAD || section == Section.APPENDED;
    }
}
