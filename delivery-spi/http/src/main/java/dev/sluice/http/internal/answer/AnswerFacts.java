package dev.sluice.http.internal.answer;

import dev.sluice.http.Response;
import dev.sluice.http.internal.script.Facts;
import dev.sluice.types.Missing;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;
import java.util.regex.Pattern;

/** An answer as scripts see it. */
public final class AnswerFacts implements Facts {
    private static final List<String> BODIES = List.of("response.body.", "response.json.", "json.", "body.", "xml.");
    private static final List<String> HEADERS = List.of("response.headers", "headers", "header");

    private static final Pattern AROUND = Pattern.compile("^[.\\[\"']+|[\\]\"']+$");

    private final Response response;
    private final Parsed body;

    public AnswerFacts(Response response, Parsed body) {
        this.response = response;
        this.body = body;
    }

    @Override
    public Value get(String path) {
        switch (path) {
            case "status", "response.status" -> {
                return Num.of(response.status());
            }
            case "body", "response.body", "text" -> {
                return new Text(body.text());
            }
            default -> {
                return below(path);
            }
        }
    }

    private Value below(String path) {
        for (String head : BODIES) {
            if (path.startsWith(head)) {
                return first(
                        body instanceof JsonAnswer
                                ? body.select(path.substring(head.length()))
                                : inDocument(path, head));
            }
        }
        for (String head : HEADERS) {
            if (path.startsWith(head + ".") || path.startsWith(head + "[")) {
                return header(AROUND.matcher(path.substring(head.length())).replaceAll(""));
            }
        }
        return Missing.MISSING;
    }

    private List<Value> inDocument(String path, String head) {
        return JsonPath.of(path.substring(head.length())).select(body.document());
    }

    @Override
    public Value search(String kind, String search) {
        return switch (kind) {
            case "header" -> header(search);
            case "text" ->
                SafePattern.of(search, PatternStyle.ANY_CASE)
                        .flatMap(pattern -> pattern.capture(body.text()))
                        .<Value>map(Text::new)
                        .orElse(Missing.MISSING);
            case "css", "html" -> body instanceof HtmlAnswer ? first(body.select(search)) : Missing.MISSING;
            case "xml", "xpath" -> body instanceof XmlAnswer ? first(body.select(search)) : Missing.MISSING;
            default -> body instanceof JsonAnswer ? first(body.select(search)) : Missing.MISSING;
        };
    }

    private Value header(String name) {
        return response.headers().get(name).<Value>map(Text::new).orElse(Missing.MISSING);
    }

    private static Value first(List<Value> found) {
        return found.isEmpty() ? Missing.MISSING : found.get(0);
    }
}
