package dev.sluice.batch;

import java.util.ArrayList;
import java.util.List;

/** Reads files in which a backslash escapes, with commas and LF, as their consumers do. */
final class Backslashes {
    private final String text;
    private final boolean qualified;

    Backslashes(String text, boolean qualified) {
        this.text = text;
        this.qualified = qualified;
    }

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                cell.append(escaped(text.charAt(i)));
            } else if (qualified && c == '"') {
                inside = !inside;
            } else if (!inside && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    private char escaped(char c) {
        if (qualified) {
            return c;
        }
        return c == 'n' ? '\n' : c == 'r' ? '\r' : c;
    }
}
