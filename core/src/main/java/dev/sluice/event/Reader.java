package dev.sluice.event;

import static java.util.Objects.requireNonNull;

import dev.sluice.rules.PrivacyPolicy;
import dev.sluice.types.Lead;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Pii;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks at events, and what he sees of them. Personal is what a field or its type says, and all that nothing
 * declares, such as appended data; what steps say of their outcome never is. Secret values are masked for everyone.
 * Immutable and safe on any thread.
 */
public final class Reader {
    private static final Set<String> OUTCOMES = Set.of("outcome", "reason");
    private static final Set<String> SUBMISSION = Set.of("timestamp", "id", "test");

    private final String name;
    private final Role role;
    private final Map<String, FieldPrivacy> fields;
    private final Treatments treatments;
    private final @Nullable Pseudonyms pseudonyms;

    private Reader(
            String name,
            Role role,
            Map<String, FieldPrivacy> fields,
            Treatments treatments,
            @Nullable Pseudonyms pseudonyms) {
        this.name = name;
        this.role = role;
        this.fields = fields;
        this.treatments = treatments;
        this.pseudonyms = pseudonyms;
    }

    /**
     * Somebody in a role, who sees fields as their types say.
     *
     * @param name as the host names people and programs; stands in the record of who read what
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public static Reader of(String name, Role role) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a reader has a name, which the record of who read what tells");
        }
        return new Reader(name, requireNonNull(role, "role"), Map.of(), Treatments.NONE, null);
    }

    /** This reader of leads whose fields are declared to be this private, by their id; others as their types say. */
    public Reader of(Map<String, FieldPrivacy> declared) {
        return new Reader(name, role, Map.copyOf(declared), treatments, pseudonyms);
    }

    /**
     * This reader with values treated so before he sees them. Requests, responses and texts of faults, which hold values as they
     * were sent, are hidden then.
     */
    public Reader treating(Treatments wanted) {
        return new Reader(name, role, fields, requireNonNull(wanted, "wanted"), pseudonyms);
    }

    /** This reader with the pseudonyms that roles and treatments speak of; without them, such values are hidden. */
    public Reader with(Pseudonyms keyed) {
        return new Reader(name, role, fields, treatments, requireNonNull(keyed, "keyed"));
    }

    /** Whether his role or a treatment speaks of pseudonyms that he was not given. */
    public boolean lacksPseudonyms() {
        return pseudonyms == null && (role.needsPseudonyms() || treatments.needPseudonyms());
    }

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    /** What becomes of values beyond what the role says. */
    public Treatments treatments() {
        return treatments;
    }

    /** What is seen of an event; its snapshot is whole. */
    public Event of(Event event) {
        return event.seen(of(event.snapshot()), event.input().map(this::lead).orElse(null), detail(event));
    }

    /** What is seen of all data at one moment. */
    public Scope of(Scope scope) {
        Scope seen = scope;
        for (Section section : Section.values()) {
            seen = seen.with(section, of(section, scope.section(section)));
        }
        return seen;
    }

    private Obj of(Section section, Obj all) {
        Obj seen = all;
        for (int i = 0; i < all.shape().size(); i++) {
            Value value = of(section, all.shape().name(i), all.at(i));
            seen = value == all.at(i) ? seen : seen.withAt(i, value);
        }
        return seen;
    }

    /** What is seen of the value called {@code member} in {@code section}. */
    public Value of(Section section, String member, Value value) {
        return switch (section) {
            case LEAD -> member.equals("id") ? value : field(member, value);
            case APPENDED -> answer(member, value);
            case DECISIONS, FEEDBACK -> personal(section, member, value, MaskStyle.PARTIAL);
            case SUBMISSION ->
                SUBMISSION.contains(member) ? value : personal(section, member, value, MaskStyle.PARTIAL);
            case STEPS, SOURCE, FLOW, ACCOUNT, RECIPIENT, VARS -> secretMasked(value);
        };
    }

    private Value field(String member, Value value) {
        FieldPrivacy privacy = privacy(member, value);
        return switch (privacy.pii()) {
            case NONE ->
                treatments.names(Section.LEAD.path() + "." + member)
                        ? personal(Section.LEAD, member, value, privacy.style())
                        : value;
            case PERSONAL -> personal(Section.LEAD, member, value, privacy.style());
            case SECRET ->
                sight(Section.LEAD, member) == Sight.HIDDEN ? Missing.MISSING : secret(value, privacy.style());
        };
    }

    /** A log holds secrets as masks, which stay as they are for who sees all. */
    private Value secret(Value value, MaskStyle style) {
        boolean asStored = value instanceof Typed typed && typed.masked() && role.personal() == Sight.CLEAR;
        return asStored ? value : Masks.all(value, style);
    }

    private FieldPrivacy privacy(String member, Value value) {
        FieldPrivacy declared = fields.get(member);
        if (declared != null) {
            return declared;
        }
        return new FieldPrivacy(
                value instanceof Typed typed ? typed.type().pii(typed) : Pii.PERSONAL, MaskStyle.PARTIAL);
    }

    private Value personal(Section section, String member, Value value, MaskStyle style) {
        return personal(section, member, section.path() + "." + member, value, style);
    }

    private Value personal(Section section, String member, String path, Value value, MaskStyle style) {
        Sight sight = treatments.of(path, role.of(section.path(), member));
        return switch (sight) {
            case CLEAR -> secretMasked(value);
            case MASKED -> Masks.all(value, style);
            case HASHED, TOKENISED -> standIn(sight, path, value);
            case HIDDEN -> Missing.MISSING;
        };
    }

    /** A secret is a mask whatever is asked for: its hash would be one of few. */
    private Value standIn(Sight sight, String path, Value value) {
        boolean secret = value instanceof Typed typed && typed.type().pii() == Pii.SECRET;
        if (secret) {
            return secretMasked(value);
        }
        return pseudonyms == null ? Missing.MISSING : pseudonyms.of(sight, path, value);
    }

    private Sight sight(Section section, String member) {
        return treatments.of(section.path() + "." + member, role.of(section.path(), member));
    }

    private static Value secretMasked(Value value) {
        boolean secret = value instanceof Typed typed && typed.type().pii() == Pii.SECRET && !typed.masked();
        return secret ? Masks.of((Typed) value) : value;
    }

    /** What a look-up said: of its outcome everything, else as the role says. */
    private Value answer(String key, Value answer) {
        if (!(answer instanceof Obj obj)) {
            return personal(Section.APPENDED, key, answer, MaskStyle.PARTIAL);
        }
        Obj seen = obj;
        for (int i = 0; i < obj.shape().size(); i++) {
            String name = obj.shape().name(i);
            if (!OUTCOMES.contains(name)) {
                String path = Section.APPENDED.path() + "." + key + "." + name;
                seen = seen.withAt(i, personal(Section.APPENDED, key, path, obj.at(i), MaskStyle.PARTIAL));
            }
        }
        return seen;
    }

    /** What is seen of the raw values that a source sent. */
    public Obj input(Lead lead) {
        Obj all = Obj.of(lead.data());
        Obj seen = all;
        for (int i = 0; i < all.shape().size(); i++) {
            seen = seen.withAt(i, raw(all.shape().name(i), all.at(i)));
        }
        return seen;
    }

    /** Raw values are personal whatever becomes of them: a name may be misspelled, a number be in the wrong field. */
    private Value raw(String member, Value value) {
        FieldPrivacy declared = fields.get(member);
        MaskStyle style = declared == null ? MaskStyle.PARTIAL : declared.style();
        boolean secret = declared != null && declared.pii() == Pii.SECRET;
        return secret ? Masks.all(value, style) : personal(Section.LEAD, member, value, style);
    }

    private Lead lead(Lead lead) {
        Lead seen = Lead.from(lead.source()).with(input(lead).members());
        return lead.isTest() ? seen.test() : seen;
    }

    /**
     * A policy that hides of what {@code base} calls personal what this reader does not see; secrets stay secret.
     *
     * @param base what is declared
     */
    public PrivacyPolicy over(PrivacyPolicy base) {
        return new PrivacyPolicy() {
            @Override
            public Pii of(Ref ref) {
                Pii declared = base.of(ref);
                return declared == Pii.PERSONAL && sight(ref) == Sight.CLEAR ? Pii.NONE : declared;
            }

            @Override
            public MaskStyle style(Ref ref) {
                return sight(ref) == Sight.HIDDEN ? MaskStyle.REMOVE : base.style(ref);
            }
        };
    }

    private Sight sight(Ref ref) {
        return sight(ref.section(), ref.member().orElse(""));
    }

    /** What is seen of requests, responses and texts of faults. */
    public Obj detail(Event event) {
        return role.detail() == Sight.CLEAR && treatments.isNone() ? event.detail() : Obj.EMPTY;
    }
}
