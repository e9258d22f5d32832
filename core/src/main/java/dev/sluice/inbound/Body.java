package dev.sluice.inbound;

import dev.sluice.types.Obj;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The body of a request, by its {@code Content-Type}. */
final class Body {
    private final InboundLimits limits;

    Body(InboundLimits limits) {
        this.limits = limits;
    }

    Obj read(InboundRequest request) {
        byte[] body = request.body();
        if (body.length > limits.body()) {
            throw new Unreadable(413, "The body is longer than " + limits.body() + " bytes");
        }
        if (body.length == 0 && !announced(request)) {
            return Obj.EMPTY;
        }
        MediaType type = MediaType.of(request.header("Content-Type")
                .filter(given -> !given.isBlank())
                .orElseThrow(() -> new Unreadable(415, "A body needs a Content-Type")));
        return read(body, type);
    }

    private static boolean announced(InboundRequest request) {
        boolean some = request.header("Content-Length")
                .map(String::strip)
                .filter(length -> !length.equals("0"))
                .isPresent();
        return some || request.header("Transfer-Encoding").isPresent();
    }

    private Obj read(byte[] body, MediaType type) {
        return switch (type.name()) {
            case "application/x-www-form-urlencoded" -> {
                String text = Decoding.text(body, charset(type.charset()), "form");
                yield text.isBlank()
                        ? Obj.EMPTY
                        : new FormBody(limits, charset(type.charset()), "form").read(text.strip());
            }
            case "application/json" -> {
                String text = Decoding.text(body, charset(type.charset()), "body");
                yield text.isBlank() ? Obj.EMPTY : new JsonBody(limits).read(text);
            }
            case "application/xml", "text/xml" -> {
                String text = Decoding.text(body, XmlCharset.of(body, type.charset()), "body");
                yield text.isBlank() ? Obj.EMPTY : new XmlBody(limits).read(text);
            }
            default ->
                throw new Unreadable(
                        406,
                        "The Content-Type must be application/json, application/xml, text/xml or"
                                + " application/x-www-form-urlencoded");
        };
    }

    private static Charset charset(@Nullable Charset given) {
        return given == null ? StandardCharsets.UTF_8 : given;
    }
}
