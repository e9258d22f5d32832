package dev.sluice.types.internal.time;

import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a time of day: {@code 14:30:15.250}, {@code 2:30 PM}, {@code 5pm}, {@code noon}. */
final class ClockReader {
    private static final Map<String, ClockTime> WORDS = Map.of(
            "noon", ClockTime.NOON,
            "midday", ClockTime.NOON,
            "midnight", new ClockTime(LocalTime.MIDNIGHT, true),
            "morning", new ClockTime(LocalTime.of(6, 0), false),
            "afternoon", new ClockTime(LocalTime.of(15, 0), false),
            "evening", new ClockTime(LocalTime.of(20, 0), false),
            "night", ClockTime.TONIGHT);
    private static final int NOT_GIVEN = -1;

    private final Tokens tokens;
    private int hour;
    private int minute;
    private int second;
    private int nano;

    private ClockReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The time at the place of {@code tokens}, which moves behind it; null when there is none.
     *
     * @param bareHour whether a number alone is an hour, as behind {@code at}
     */
    static @Nullable ClockTime read(Tokens tokens, boolean bareHour) {
        ClockTime word = WORDS.get(tokens.next().text());
        if (word != null) {
            tokens.skip(1);
            return word;
        }
        if (tokens.next().isShort()) {
            return new ClockReader(tokens).numbers(bareHour);
        }
        return isCompact(tokens) ? new ClockReader(tokens).compact(tokens.next()) : null;
    }

    /** Hours, minutes and perhaps seconds without colons, directly behind a T. */
    private static boolean isCompact(Tokens tokens) {
        Token number = tokens.next();
        boolean fits = number.isNumber()
                && (number.text().length() == 4 || number.text().length() == 6);
        return fits && tokens.ahead(-1).is("t") && tokens.isTight(0);
    }

    private @Nullable ClockTime compact(Token number) {
        boolean seconds = number.text().length() == 6;
        int digits = seconds ? number.number() : number.number() * 100;
        hour = digits / 10000;
        minute = digits / 100 % 100;
        second = digits % 100;
        tokens.skip(1);
        return time();
    }

    private @Nullable ClockTime numbers(boolean bareHour) {
        int start = tokens.at();
        hour = tokens.next().number();
        tokens.skip(1);
        boolean minutes = minutes() || fullHour();
        int half = end(half());
        if (!minutes && half == NOT_GIVEN && !bareHour) {
            tokens.moveTo(start);
            return null;
        }
        if (half != NOT_GIVEN && hour <= 12) {
            hour = hour == 0 ? NOT_GIVEN : hour % 12 + half;
        }
        return time();
    }

    private @Nullable ClockTime time() {
        if (hour < 0 || hour > 23 || minute > 59 || second > 59) {
            tokens.refuse();
            return null;
        }
        return new ClockTime(LocalTime.of(hour, minute, second, nano), false);
    }

    /** {@code 5 o'clock}. */
    private boolean fullHour() {
        boolean said = tokens.next().is("o")
                && (tokens.ahead(1).is("'") || tokens.ahead(1).is("\u2019"))
                && tokens.ahead(2).is("clock");
        tokens.skip(said ? 3 : 0);
        return said;
    }

    private boolean minutes() {
        if (!isColonAndNumber() && !isPointAndNumber()) {
            return false;
        }
        minute = tokens.ahead(1).number();
        tokens.skip(2);
        if (isColonAndNumber()) {
            second = tokens.ahead(1).number();
            tokens.skip(2);
            fraction();
        }
        return true;
    }

    private boolean isColonAndNumber() {
        Token number = tokens.ahead(1);
        return tokens.next().is(":")
                && tokens.isTight(0)
                && number.isShort()
                && number.text().length() == 2
                && tokens.isTight(1);
    }

    /** {@code 2.30pm}. */
    private boolean isPointAndNumber() {
        boolean number = tokens.next().is(".")
                && tokens.isTight(0)
                && tokens.isTight(1)
                && tokens.ahead(1).isShort()
                && tokens.ahead(1).text().length() == 2;
        return number && (tokens.ahead(2).is("am") || tokens.ahead(2).is("pm"));
    }

    /**
     * The end of a span of hours, {@code 5-6pm} or {@code 9am to 5pm}, is skipped; where only the end says which half of the
     * day it is in, the start is in the same, or in the other when it would come after the end.
     */
    private int end(int half) {
        int start = tokens.at();
        if (tokens.skipIf("-", "\u2013", "to", "until", "till") && tokens.next().isShort()) {
            int last = tokens.next().number();
            tokens.skip(1);
            boolean minutes = isColonAndNumber();
            tokens.skip(minutes ? 2 : 0);
            int ending = half();
            if (half != NOT_GIVEN && (ending != NOT_GIVEN || !minutes)) {
                return half;
            }
            if (ending != NOT_GIVEN) {
                return hour % 12 <= last % 12 ? ending : 12 - ending;
            }
        }
        tokens.moveTo(start);
        return half;
    }

    /** The later end of a span of hours of no day, {@code 9:30-10:30}, is skipped, so that it is not read as an offset. */
    static void skipEnd(Tokens tokens, ClockTime from) {
        Token hour = tokens.ahead(1);
        Token minute = tokens.ahead(3);
        boolean time =
                tokens.next().is("-") && hour.isShort() && tokens.ahead(2).is(":") && minute.isShort();
        if (time && hour.number() * 60 + minute.number() > from.time().toSecondOfDay() / 60) {
            tokens.skip(4);
        }
    }

    /** One to three digits of a second; more are dropped altogether. */
    private void fraction() {
        boolean point = tokens.next().is(".") || tokens.next().is(",");
        Token digits = tokens.ahead(1);
        if (point && tokens.isTight(0) && tokens.isTight(1) && digits.kind() == Token.Kind.NUMBER) {
            String text = digits.text();
            nano = text.length() > 3 ? 0 : Integer.parseInt((text + "00").substring(0, 3)) * 1_000_000;
            tokens.skip(2);
        }
    }

    /** 0 for am, 12 for pm; a letter alone and points between the letters do as well. */
    private int half() {
        String word = tokens.next().text();
        int half =
                switch (word) {
                    case "am", "a" -> 0;
                    case "pm", "p" -> 12;
                    default -> NOT_GIVEN;
                };
        if (half == NOT_GIVEN || (word.length() == 1 && !tokens.isTight(0) && !isDotted())) {
            return NOT_GIVEN;
        }
        tokens.skip(word.length() == 1 && isDotted() ? 3 : 1);
        tokens.skipIf(".");
        return half;
    }

    private boolean isDotted() {
        return tokens.ahead(1).is(".") && tokens.ahead(2).is("m");
    }
}
