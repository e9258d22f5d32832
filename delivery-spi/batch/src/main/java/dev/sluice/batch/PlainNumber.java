package dev.sluice.batch;

/** A decimal number as programs write it, or a phone in E.164: a sign, digits, at most one point between digits. */
final class PlainNumber {
    private PlainNumber() {}

    static boolean is(String text) {
        int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int point = -1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return text.length() > start && point != start && point != text.length() - 1;
    }
}
