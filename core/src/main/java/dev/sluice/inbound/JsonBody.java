package dev.sluice.inbound;

import dev.sluice.json.InvalidJsonException;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;

/** A body of JSON. One that cannot be read is tried again without line ends and tabs, which careless senders leave in texts. */
final class JsonBody {
    private static final String LIMIT = "json_limit";

    private final InboundLimits limits;

    JsonBody(InboundLimits limits) {
        this.limits = limits;
    }

    Obj read(String text) {
        Value value = value(text);
        if (value instanceof Obj obj) {
            return obj;
        }
        throw new Unreadable(400, "Unable to parse JSON: a lead is an object");
    }

    private Value value(String text) {
        try {
            return ValueJson.read(text, limits.json());
        } catch (InvalidJsonException first) {
            if (first.code().equals(LIMIT)) {
                throw new Unreadable(413, "Unable to parse JSON: " + first.getMessage());
            }
            return withoutControls(text, first);
        }
    }

    private Value withoutControls(String text, InvalidJsonException first) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().filter(c -> c != '\r' && c != '\n' && c != '\t').forEach(c -> plain.append((char) c));
        if (plain.length() == text.length()) {
            throw unreadable(first);
        }
        try {
            return ValueJson.read(plain.toString(), limits.json());
        } catch (InvalidJsonException again) {
            throw unreadable(first);
        }
    }

    private static Unreadable unreadable(InvalidJsonException fault) {
        return new Unreadable(400, "Unable to parse JSON: " + fault.getMessage());
    }
}
