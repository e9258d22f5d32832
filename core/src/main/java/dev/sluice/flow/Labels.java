package dev.sluice.flow;

/** Names for people, made of ids. */
final class Labels {
    private Labels() {}

    static String of(String id) {
        StringBuilder label = new StringBuilder(id.length());
        boolean begins = true;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i) == '_' || id.charAt(i) == '.' ? ' ' : id.charAt(i);
            label.append(begins ? Character.toUpperCase(c) : c);
            begins = c == ' ';
        }
        return label.toString();
    }
}
