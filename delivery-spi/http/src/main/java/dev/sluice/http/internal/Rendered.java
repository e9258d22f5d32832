package dev.sluice.http.internal;

import dev.sluice.delivery.Secrets;
import dev.sluice.http.InvalidRequestException;
import dev.sluice.templates.Rendering;
import dev.sluice.types.Scope;
import java.util.ArrayList;
import java.util.List;

/** What settings are rendered with, and which secrets they needed. For one delivery. */
public final class Rendered {
    private final Scope scope;
    private final Rendering rendering;
    private final Secrets secrets;
    private final List<String> used = new ArrayList<>();

    public Rendered(Scope scope, Rendering rendering, Secrets secrets) {
        this.scope = scope;
        this.rendering = rendering;
        this.secrets = secrets;
    }

    Scope scope() {
        return scope;
    }

    Rendering rendering() {
        return rendering;
    }

    /** The secret {@code name}, which is remembered so that it can be hidden. */
    public String secret(String name) {
        String value = secrets.secret(name);
        if (value == null) {
            throw new InvalidRequestException("", "there is no secret '" + name + "'");
        }
        used.add(value);
        return value;
    }

    /** Remembers something else that is to be hidden. */
    public void hide(String secret) {
        used.add(secret);
    }

    /** The values of all secrets that were asked for. */
    public List<String> used() {
        return List.copyOf(used);
    }
}
