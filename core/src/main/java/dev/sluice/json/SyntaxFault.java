package dev.sluice.json;

/** What the JSON library says about a text, in words that never quote more of it than one character. */
final class SyntaxFault {
    private SyntaxFault() {}

    static String of(String message) {
        if (message.startsWith("Unrecognized token")) {
            return "a bare word stands where a value is expected; text needs double quotes";
        }
        if (message.startsWith("Unexpected end-of-input")) {
            return "the text ends too early; close what is open";
        }
        if (message.startsWith("Unexpected close marker")) {
            return "a closing bracket does not fit the one that is open";
        }
        if (message.startsWith("Illegal unquoted character")) {
            return "a control character stands inside text; write it as an escape";
        }
        if (message.startsWith("Broken surrogate pair in field name")) {
            return "a name holds half of a surrogate pair";
        }
        if (message.startsWith("Unexpected character")) {
            return character(message);
        }
        return "the text is not JSON";
    }

    private static String character(String message) {
        int open = message.indexOf("('");
        int close = message.indexOf("' (code");
        String which = open >= 0 && close == open + 3 ? " '" + message.charAt(open + 2) + "'" : "";
        String why = message.contains("double-quote to start field name")
                ? "; names need double quotes, and no comma may stand before a closing bracket"
                : message.contains("comma") ? "; a comma or a closing bracket is missing before it" : "";
        return "there is an unexpected character" + which + why;
    }
}
