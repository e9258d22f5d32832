package dev.sluice.json;

/** Whether a number's spelling may stand in JSON as it is. */
final class NumberSyntax {
    private final String text;
    private int at;

    private NumberSyntax(String text) {
        this.text = text;
    }

    static boolean matches(String text) {
        NumberSyntax syntax = new NumberSyntax(text);
        syntax.skip('-');
        return syntax.integer() && syntax.fraction() && syntax.exponent() && syntax.at == text.length();
    }

    private boolean integer() {
        return skip('0') || digits();
    }

    private boolean fraction() {
        return !skip('.') || digits();
    }

    private boolean exponent() {
        if (!skip('e') && !skip('E')) {
            return true;
        }
        if (!skip('+')) {
            skip('-');
        }
        return digits();
    }

    private boolean skip(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private boolean digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at > from;
    }
}
