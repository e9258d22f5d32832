package dev.sluice.http.internal;

import dev.sluice.http.InvalidRequestException;
import dev.sluice.http.internal.body.FormText;
import dev.sluice.templates.Templates;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address with values in it. A value stays inside its place: in the host it is one label, in the path one step, in the
 * query one parameter. A single variable may be the whole address, which is then judged as any other.
 */
final class UrlTemplate implements Node {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{.*?\\}\\}\\}?|\\{[A-Za-z_][A-Za-z0-9_.-]{0,99}\\}");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?://.*", Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern STEP_UP = Pattern.compile("(?i)(\\.|%2e){1,2}");
    private static final String SCHEME_END = "://";

    private final String written;
    private final List<Part> parts;

    private UrlTemplate(String written, List<Part> parts) {
        this.written = written;
        this.parts = parts;
    }

    /** The address that {@code text} describes. */
    static Node of(String text, Templates templates) {
        Matcher variables = VARIABLE.matcher(text);
        if (!variables.find()) {
            return new Same(new Text(text));
        }
        if (variables.matches()) {
            return new Pieces(Piece.all(text, false, templates));
        }
        if (!SCHEME.matcher(text).matches()) {
            throw new InvalidRequestException("/url", "an address begins with http:// or https://, or is one variable");
        }
        return new UrlTemplate(text, parts(text, templates));
    }

    private static List<Part> parts(String text, Templates templates) {
        List<Part> parts = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(text);
        int at = 0;
        while (variables.find(at)) {
            parts.add(
                    new Part(Place.SAME, List.of(new Piece.Constant(new Text(text.substring(at, variables.start()))))));
            parts.add(new Part(Place.at(text, variables.start()), Piece.all(variables.group(), true, templates)));
            at = variables.end();
        }
        parts.add(new Part(Place.SAME, List.of(new Piece.Constant(new Text(text.substring(at))))));
        return List.copyOf(parts);
    }

    @Override
    public Value of(Rendered rendered) {
        StringBuilder url = new StringBuilder(written.length() + 64);
        parts.forEach(part -> url.append(part.of(rendered)));
        int path = url.indexOf("/", url.indexOf(SCHEME_END) + SCHEME_END.length());
        int end = url.indexOf("?") < 0 ? url.length() : url.indexOf("?");
        if (path >= 0 && path < end) {
            for (String step : url.substring(path, end).split("/", -1)) {
                if (STEP_UP.matcher(step).matches()) {
                    throw new InvalidRequestException("/url", "a value makes a step up in the path of the address");
                }
            }
        }
        return new Text(url.toString());
    }

    @Override
    public void secrets(Set<String> names) {
        parts.forEach(part -> part.pieces.forEach(piece -> piece.secrets(names)));
    }

    private enum Place {
        SAME,
        HOST,
        BEHIND;

        static Place at(String url, int position) {
            int path = url.indexOf('/', url.indexOf(SCHEME_END) + SCHEME_END.length());
            int query = url.indexOf('?');
            boolean host = (path < 0 || position < path) && (query < 0 || position < query);
            return host ? HOST : BEHIND;
        }
    }

    private record Part(Place place, List<Piece> pieces) {
        String of(Rendered rendered) {
            StringBuilder text = new StringBuilder();
            pieces.forEach(piece -> text.append(piece.of(rendered).text()));
            return switch (place) {
                case SAME -> text.toString();
                case BEHIND -> FormText.encode(text.toString());
                case HOST -> label(text.toString());
            };
        }

        private static String label(String text) {
            if (!LABEL.matcher(text).matches()) {
                throw new InvalidRequestException("/url", "a value in the host must be letters, digits and hyphens");
            }
            return text.toLowerCase(Locale.ROOT);
        }
    }
}
