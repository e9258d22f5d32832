package dev.sluice.schedule;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * One field of a cron expression.
 *
 * @param names what numbers may be called, by their index
 */
record CronField(String name, int least, int most, List<String> names) {

    BitSet parse(String text) {
        BitSet values = new BitSet();
        for (String part : text.split(",", -1)) {
            add(part, values);
        }
        return values;
    }

    private void add(String part, BitSet values) {
        String[] stepped = part.split("/", -1);
        String[] range = stepped[0].split("-", -1);
        if (stepped.length > 2 || range.length > 2) {
            throw wrong(part);
        }
        boolean all = stepped[0].equals("*");
        int from = all ? least : number(range[0], part);
        int to = all || range.length == 1 && stepped.length == 2 ? most : number(range[range.length - 1], part);
        int step = stepped.length == 2 ? step(stepped[1], part) : 1;
        if (from > to) {
            throw wrong(part);
        }
        for (int value = from; value <= to; value += step) {
            values.set(value);
        }
    }

    private int step(String text, String part) {
        int step = plain(text, part);
        if (step < 1) {
            throw wrong(part);
        }
        return step;
    }

    private int number(String text, String part) {
        int named = text.isEmpty() ? -1 : names.indexOf(text.toLowerCase(Locale.ROOT));
        int value = named >= 0 ? named : plain(text, part);
        if (value < least || value > most) {
            throw wrong(part);
        }
        return value;
    }

    private int plain(String text, String part) {
        if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw wrong(part);
        }
        return Integer.parseInt(text);
    }

    private IllegalArgumentException wrong(String part) {
        return new IllegalArgumentException(
                "'" + part + "' is no " + name + " of cron; it is from " + least + " to " + most);
    }
}
