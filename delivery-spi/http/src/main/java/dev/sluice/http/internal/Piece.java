package dev.sluice.http.internal;

import dev.sluice.templates.Template;
import dev.sluice.templates.Templates;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a setting's text. */
sealed interface Piece {
    /** {@code {{secret.name}}}, and where that is allowed {@code {name}}. */
    Pattern DOUBLE = Pattern.compile("\\{\\{\\{?\\s*secret\\.([A-Za-z0-9_.-]{1,100})\\s*\\}?\\}\\}");

    Pattern BOTH = Pattern.compile(DOUBLE.pattern() + "|(?<!\\{)\\{([A-Za-z_][A-Za-z0-9_.-]{0,99})\\}(?!\\})");

    Value of(Rendered rendered);

    /** The parts of {@code text}: secrets, and templates between them. */
    static List<Piece> all(String text, boolean singleBraces, Templates templates) {
        Matcher secrets = (singleBraces ? BOTH : DOUBLE).matcher(text);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (secrets.find()) {
            add(pieces, text.substring(at, secrets.start()), templates);
            String name = secrets.group(1) == null ? secrets.group(2) : secrets.group(1);
            pieces.add(new Secret(name));
            at = secrets.end();
        }
        add(pieces, text.substring(at), templates);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, Templates templates) {
        if (!text.isEmpty()) {
            pieces.add(text.contains("{{") ? new Variable(templates.compile(text)) : new Constant(new Text(text)));
        }
    }

    /** Adds the names of secrets to {@code names}. */
    default void secrets(Set<String> names) {
        if (this instanceof Secret secret) {
            names.add(secret.name());
        }
    }

    /** Text that is always the same. */
    record Constant(Text text) implements Piece {
        @Override
        public Value of(Rendered rendered) {
            return text;
        }
    }

    /** A template. */
    record Variable(Template template) implements Piece {
        @Override
        public Value of(Rendered rendered) {
            return template.evaluate(rendered.scope(), rendered.rendering());
        }
    }

    /** A secret of the host. */
    record Secret(String name) implements Piece {
        @Override
        public Value of(Rendered rendered) {
            return new Text(rendered.secret(name));
        }
    }
}
