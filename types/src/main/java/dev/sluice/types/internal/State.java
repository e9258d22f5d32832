package dev.sluice.types.internal;

import dev.sluice.types.Components;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import dev.sluice.types.Whitespace;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states, districts, territories and military codes of the United States and the provinces of Canada. */
enum State {
    AL("Alabama", "ala"),
    AK("Alaska", "alas"),
    AZ("Arizona", "ariz"),
    AR("Arkansas", "ark"),
    CA("California", "calif", "cal"),
    CO("Colorado", "colo"),
    CT("Connecticut", "conn"),
    DE("Delaware", "del"),
    FL("Florida", "fla", "flor"),
    GA("Georgia"),
    HI("Hawaii"),
    ID("Idaho", "ida"),
    IL("Illinois", "ill"),
    IN("Indiana", "ind"),
    IA("Iowa"),
    KS("Kansas", "kans", "kan"),
    KY("Kentucky", "ken"),
    LA("Louisiana"),
    ME("Maine"),
    MD("Maryland"),
    MA("Massachusetts", "mass"),
    MI("Michigan", "mich"),
    MN("Minnesota", "minn"),
    MS("Mississippi", "miss"),
    MO("Missouri"),
    MT("Montana", "mont"),
    NE("Nebraska", "nebr", "neb"),
    NV("Nevada", "nev"),
    NH("New Hampshire"),
    NJ("New Jersey"),
    NM("New Mexico", "n mex"),
    NY("New York"),
    NC("North Carolina", "n car", "n carolina"),
    ND("North Dakota", "n dak", "n dakota"),
    OH("Ohio"),
    OK("Oklahoma", "okla"),
    OR("Oregon", "ore", "oreg"),
    PA("Pennsylvania", "penn", "penna"),
    RI("Rhode Island"),
    SC("South Carolina", "s car", "s carolina"),
    SD("South Dakota", "s dak", "s dakota"),
    TN("Tennessee", "tenn"),
    TX("Texas", "tex"),
    UT("Utah"),
    VT("Vermont"),
    VA("Virginia"),
    WA("Washington", "wash"),
    WV("West Virginia", "w va", "w virginia"),
    WI("Wisconsin", "wis", "wisc"),
    WY("Wyoming", "wyo"),
    DC("District of Columbia", "washington dc"),
    AS("American Samoa"),
    FM("Federated States of Micronesia", "micronesia"),
    GU("Guam"),
    MH("Marshall Islands"),
    MP("Northern Mariana Islands"),
    PR("Puerto Rico"),
    PW("Palau"),
    VI("U.S. Virgin Islands", "virgin islands"),
    AA("Armed Forces Americas"),
    AE("Armed Forces Europe"),
    AP("Armed Forces Pacific"),
    AB("Alberta", "alta"),
    BC("British Columbia"),
    MB("Manitoba"),
    NB("New Brunswick"),
    NL("Newfoundland and Labrador", "newfoundland"),
    NS("Nova Scotia"),
    NT("Northwest Territories"),
    NU("Nunavut"),
    ON("Ontario", "ont"),
    PE("Prince Edward Island"),
    QC("Quebec", "que"),
    SK("Saskatchewan", "sask"),
    YT("Yukon", "yukon territory");

    private static final int LONGEST = 40;
    private static final Map<String, State> BY_SPELLING = bySpelling();
    private static final Map<String, State> BY_KEY = byKey();

    private final Text code;
    private final Text label;
    private final Components components;
    private final String[] otherNames;

    State(String label, String... otherNames) {
        this.code = new Text(name());
        this.label = new Text(label);
        this.components = () -> new Value[] {this.label, this.code};
        this.otherNames = otherNames;
    }

    private static Map<String, State> bySpelling() {
        Map<String, State> bySpelling = new HashMap<>();
        for (State state : values()) {
            bySpelling.put(state.name(), state);
            bySpelling.put(state.label.value(), state);
        }
        return bySpelling;
    }

    private static Map<String, State> byKey() {
        Map<String, State> byKey = new HashMap<>();
        for (State state : values()) {
            byKey.put(key(state.name()), state);
            byKey.put(key(state.label.value()), state);
            for (String name : state.otherNames) {
                byKey.put(key(name), state);
            }
        }
        return byKey;
    }

    /** The two-letter code. */
    Text code() {
        return code;
    }

    /** Its name in English and its code. */
    Components components() {
        return components;
    }

    /** The state that {@code text} names or abbreviates, whatever its case, accents, dots and white space; null if none. */
    static @Nullable State find(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        State usual = BY_SPELLING.get(text);
        return usual == null ? BY_KEY.get(key(text)) : usual;
    }

    /** The letters in lower case and nothing between them: {@code N.Y.} and {@code ny} are the same. Other signs stay and match nothing. */
    private static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return key(withoutAccents(text), key);
            }
            append(key, c);
        }
        return key.toString();
    }

    private static String key(String text, StringBuilder key) {
        key.setLength(0);
        text.chars().forEach(c -> append(key, (char) c));
        return key.toString();
    }

    private static void append(StringBuilder key, char c) {
        if (c >= 'A' && c <= 'Z') {
            key.append((char) (c + ('a' - 'A')));
        } else if (c != '.' && !Whitespace.is(c)) {
            key.append(c);
        }
    }

    private static String withoutAccents(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        decomposed
                .chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
