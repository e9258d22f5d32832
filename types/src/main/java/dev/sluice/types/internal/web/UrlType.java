package dev.sluice.types.internal.web;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Components;
import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import dev.sluice.types.internal.InputText;
import dev.sluice.types.internal.Operators;
import java.util.Set;

/**
 * A web address, read as browsers read what is typed into them; {@code http://} is added when there is no scheme. The
 * normal form is the whole address: scheme and host in lower case, international hosts in ASCII, short IPv4 addresses
 * written out, default ports dropped, dot segments resolved, what is not ASCII percent-encoded. {@code host} includes a
 * port that is not the scheme's own, {@code query} has no question mark, {@code hash} has its number sign.
 *
 * <p>Valid are http and https with a legal host name. A bare mail address is none, and neither is {@code https//host}.
 */
public final class UrlType implements FieldType {
    private static final Shape PARTS = Shape.of("protocol", "host", "port", "path", "query", "hash");
    private static final Set<String> OPERATORS = Operators.of(
            Operators.EQUALITY,
            Operators.BLANK,
            Operators.OBSCENITY,
            Operators.FORMAT,
            Operators.INCLUSION,
            Operators.LIST);
    private static final Problem NOT_A_URL =
            new Problem("not_a_url", "give an http or https address with a legal host name");
    private static final Text HTTP = new Text("http");
    private static final Text HTTPS = new Text("https");

    @Override
    public String name() {
        return "url";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        if (PlainUrl.is(raw.value())) {
            return Typed.valid(this, raw, raw, new Plain(raw.value()));
        }
        WebAddress address = UrlReader.read(raw.value());
        if (address == null) {
            return Typed.invalid(this, raw, raw, NOT_A_URL);
        }
        String text = address.text();
        return Typed.valid(this, raw, text.equals(raw.value()) ? raw : new Text(text), new Found(address));
    }

    /** An address that is known to be one without having been taken apart. */
    private record Plain(String text) implements Components {
        @Override
        public Value[] make() {
            return new Found(requireNonNull(UrlReader.read(text), "address")).make();
        }
    }

    private record Found(WebAddress address) implements Components {
        @Override
        public Value[] make() {
            String query = address.query();
            String hash = address.hash();
            return new Value[] {
                address.protocol().equals("https") ? HTTPS : HTTP,
                new Text(address.hostAndPort()),
                new Text(address.port()),
                new Text(address.path()),
                new Text(query.length() > 1 ? query.substring(1) : ""),
                new Text(hash.length() > 1 ? hash : "")
            };
        }
    }

    @Override
    public Shape parts() {
        return PARTS;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }
}
