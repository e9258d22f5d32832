package dev.sluice.types.internal.time;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what zone a time is in: an offset, an abbreviation, or an IANA name. */
final class ZoneReader {
    private static final int FARTHEST_WEST = 12;
    private static final int FARTHEST_EAST = 14;
    private static final Set<String> IANA = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Map<String, ZoneId> ABBREVIATIONS = new HashMap<>();

    static {
        fixed("utc gmt z wet", 0);
        fixed("bst cet west", 60);
        fixed("eet cest", 120);
        fixed("eest msk", 180);
        fixed("ist", 330);
        fixed("sgt hkt awst", 480);
        fixed("jst kst", 540);
        fixed("acst", 570);
        fixed("aest", 600);
        fixed("aedt", 660);
        fixed("nzst", 720);
        fixed("nzdt", 780);
        fixed("ndt", -150);
        fixed("nst", -210);
        fixed("adt", -180);
        fixed("edt ast", -240);
        fixed("est cdt", -300);
        fixed("cst mdt", -360);
        fixed("mst pdt", -420);
        fixed("pst akdt", -480);
        fixed("akst", -540);
        fixed("hst", -600);
        named("et", "America/New_York");
        named("ct", "America/Chicago");
        named("mt", "America/Denver");
        named("pt", "America/Los_Angeles");
    }

    private final Tokens tokens;

    private ZoneReader(Tokens tokens) {
        this.tokens = tokens;
    }

    private static void fixed(String names, int minutes) {
        for (String name : names.split(" ")) {
            ABBREVIATIONS.put(name, ZoneOffset.ofTotalSeconds(minutes * 60));
        }
    }

    private static void named(String name, String zone) {
        ABBREVIATIONS.put(name, ZoneId.of(zone));
    }

    /** The zone at the place of {@code tokens}, which moves behind it; null when there is none. */
    static @Nullable ZoneId read(Tokens tokens) {
        return new ZoneReader(tokens).zone();
    }

    private @Nullable ZoneId zone() {
        int start = tokens.at();
        boolean bracket = tokens.skipIf("(", "[");
        ZoneId zone = offset();
        if (zone == null) {
            zone = name();
        }
        if (zone == null) {
            tokens.moveTo(start);
        } else if (bracket) {
            tokens.skipIf(")", "]");
        }
        return zone;
    }

    private @Nullable ZoneId name() {
        String iana = ianaName();
        if (iana != null) {
            return ZoneId.of(iana);
        }
        Token word = tokens.next();
        ZoneId zone = word.kind() == Token.Kind.WORD ? ABBREVIATIONS.get(word.text()) : null;
        if (zone == null) {
            return null;
        }
        tokens.skip(1);
        ZoneId offset = word.is("utc") || word.is("gmt") ? offset() : null;
        return offset == null ? zone : offset;
    }

    /** Words with slashes between them, as the zone database writes them; the place moves behind it. */
    private @Nullable String ianaName() {
        if (tokens.next().kind() != Token.Kind.WORD || !tokens.ahead(1).is("/")) {
            return null;
        }
        int count = 1;
        while (tokens.isTight(count) && isPartOfName(tokens.ahead(count))) {
            count++;
        }
        String name =
                tokens.original(tokens.next().from(), tokens.ahead(count - 1).to());
        if (!IANA.contains(name)) {
            return null;
        }
        tokens.skip(count);
        return name;
    }

    private static boolean isPartOfName(Token token) {
        return token.kind() == Token.Kind.WORD
                || token.isShort()
                || token.is("/")
                || token.is("_")
                || token.is("-")
                || token.is("+");
    }

    /** A sign and, without a blank, hours and minutes with or without a colon. */
    private @Nullable ZoneId offset() {
        Token sign = tokens.next();
        Token digits = tokens.ahead(1);
        if (!(sign.is("+") || sign.is("-")) || !tokens.isTight(1) || !(digits.isShort() || digits.isYear())) {
            return null;
        }
        boolean colon = digits.isShort()
                && tokens.ahead(2).is(":")
                && tokens.isTight(2)
                && tokens.isTight(3)
                && tokens.ahead(3).isShort();
        int hours = digits.isShort() ? digits.number() : digits.number() / 100;
        int minutes = colon ? tokens.ahead(3).number() : digits.isShort() ? 0 : digits.number() % 100;
        if (hours * 60 + minutes > (sign.is("-") ? FARTHEST_WEST : FARTHEST_EAST) * 60 || minutes > 59) {
            return digits.text().length() < 4 && !colon ? null : notFound(sign, hours, minutes);
        }
        tokens.skip(colon ? 4 : 2);
        int seconds = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(sign.is("-") ? -seconds : seconds);
    }

    /** A time behind a hyphen is the end of a span; anything else makes the moment one that cannot be known. */
    private @Nullable ZoneId notFound(Token sign, int hours, int minutes) {
        if (sign.is("+") || hours > 23 || minutes > 59) {
            tokens.refuse();
        }
        return null;
    }
}
