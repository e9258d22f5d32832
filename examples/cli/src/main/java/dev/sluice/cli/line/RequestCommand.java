package dev.sluice.cli.line;

import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.JsonLines;
import dev.sluice.cli.frame.LineException;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.http.Egress;
import dev.sluice.http.Format;
import dev.sluice.http.InvalidRequestException;
import dev.sluice.http.Request;
import dev.sluice.http.RequestBuilder;
import dev.sluice.http.ResponseReader;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Missing;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code sluice request}: the HTTP request that a delivery would send; nothing is sent. */
public final class RequestCommand implements Command {
    private static final String RICH = "$rich";

    @Override
    public Usage usage() {
        return Usage.of(
                "request",
                "[FILE.jsonl]",
                "{id, format, vars, wsdl?} -> {id, method, url, headers, body} or {id, error}; nothing is sent");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        Path place =
                arguments.file(0).map(Path::toAbsolutePath).map(Path::getParent).orElse(Path.of(""));
        return new JsonLines(question -> request(question, place)).run(arguments, streams);
    }

    private static Obj request(Obj question, Path place) {
        Obj settings = settings(question).with("format", Value.text(JsonLines.needed(question, "format")));
        Obj all = JsonLines.text(question, "wsdl")
                .map(name -> settings.with("wsdl", Value.text(wsdl(name, place))))
                .orElse(settings);
        try {
            RequestBuilder builder = RequestBuilder.of(all.with("packageCompatible", Bool.TRUE));
            Obj shown = shown(builder, builder.build(Egress.publicOnly()));
            ResponseReader.check(all);
            return shown;
        } catch (InvalidRequestException invalid) {
            throw new LineException(invalid.text());
        }
    }

    private static Obj settings(Obj question) {
        if (question.get("vars") instanceof Obj vars) {
            return (Obj) plain(vars);
        }
        throw new LineException("'vars' must be an object");
    }

    /** Typed values as they are sent: in normal form, or as given when they are invalid. */
    private static Value plain(Value value) {
        if (value instanceof Arr arr) {
            List<Value> elements = new ArrayList<>();
            arr.forEach(element -> elements.add(plain(element)));
            return Arr.of(elements);
        }
        if (value instanceof Obj obj) {
            return obj.get(RICH) instanceof Obj rich ? sent(rich) : members(obj);
        }
        return value;
    }

    private static Value sent(Obj rich) {
        return rich.get("valid") == Bool.FALSE ? rich.get("raw") : rich.get("normal");
    }

    private static Value members(Obj obj) {
        Obj all = Obj.EMPTY;
        for (Map.Entry<String, Value> member : obj.members().entrySet()) {
            all = all.with(member.getKey(), plain(member.getValue()));
        }
        return all;
    }

    /** The description of a service: a file beside the questions or here, one of the samples, or the text itself. */
    private static String wsdl(String name, Path place) {
        if (name.strip().startsWith("<")) {
            return name;
        }
        try {
            for (Path file : List.of(place.resolve(name), Path.of(name))) {
                if (Files.isRegularFile(file)) {
                    return read(file);
                }
            }
        } catch (InvalidPathException none) {
            throw new LineException("there is no file with the WSDL");
        }
        return sample(name);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LineException("the WSDL cannot be read");
        }
    }

    private static String sample(String name) {
        try (InputStream in = name.matches("[a-z-]+\\.wsdl") ? RequestCommand.class.getResourceAsStream(name) : null) {
            if (in == null) {
                throw new LineException("there is no file with the WSDL");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LineException("the WSDL cannot be read");
        }
    }

    private static Obj shown(RequestBuilder builder, Request request) {
        return Obj.EMPTY
                .with("method", Value.text(request.method()))
                .with("url", Value.text(request.url()))
                .with("headers", headers(builder.format(), request))
                .with("body", request.body().<Value>map(Text::new).orElse(Null.NULL))
                .with("follow_redirects", builder.format() == Format.SOAP ? Missing.MISSING : follows(builder));
    }

    private static Value follows(RequestBuilder builder) {
        return Value.bool(builder.followsRedirects());
    }

    /** The headers, and the length where the recipients of the format are known to need it. */
    private static Value headers(Format format, Request request) {
        Headers shown = new Headers();
        request.headers().forEach(shown::add);
        boolean counted = format == Format.FORM || format == Format.XML;
        return counted ? shown.all.with("Content-Length", Num.of(request.bytes().length)) : shown.all;
    }

    /** Collects headers. */
    private static final class Headers {
        private Obj all = Obj.EMPTY;

        void add(String name, String value) {
            all = all.with(name, Value.text(value));
        }
    }
}
