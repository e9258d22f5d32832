package dev.sluice.http.internal;

import dev.sluice.http.InvalidRequestException;
import dev.sluice.templates.TemplateException;
import dev.sluice.templates.Templates;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The settings of a request with their templates compiled. Immutable, safe on any thread. */
public final class Settings {
    /** Where {@code {name}} is a secret, as the founding documents write it. */
    private static final Set<String> BRACED = Set.of(
            Setting.HEADERS,
            Setting.QUERY,
            Setting.BASIC_USERNAME,
            Setting.BASIC_PASSWORD,
            Setting.BEARER_TOKEN,
            Setting.SIGNING,
            Setting.WSS_USERNAME,
            Setting.WSS_PASSWORD,
            Setting.OAUTH);
    /** Settings whose braces are their own. */
    private static final Set<String> LITERAL = Set.of(Setting.WSDL);

    private final Map<String, Node> nodes;

    private final Node.Members all;

    private Settings(Map<String, Node> nodes) {
        this.nodes = nodes;
        this.all = Node.Members.of(nodes);
    }

    /**
     * Compiles settings under canonical names.
     *
     * @throws InvalidRequestException when a template is none, with its place
     */
    public static Settings compile(Obj canonical) {
        Setting.checkGroups(canonical);
        Map<String, Node> nodes = new LinkedHashMap<>();
        canonical.members().forEach((name, value) -> nodes.put(name, compile(name, value)));
        return new Settings(nodes);
    }

    private static Node compile(String name, Value value) {
        try {
            if (LITERAL.contains(name)) {
                return new Node.Same(value);
            }
            return name.equals(Setting.URL)
                    ? UrlTemplate.of(value.text(), Templates.standard())
                    : Node.of(value, BRACED.contains(name), Templates.standard());
        } catch (TemplateException fault) {
            throw new InvalidRequestException("/" + name, "the template cannot be read: " + fault.getMessage());
        }
    }

    /** The settings for one delivery. */
    public Obj render(Rendered rendered) {
        return all.of(rendered);
    }

    /** The settings with another address, whose own is not rendered. */
    public Obj renderWithUrl(Rendered rendered, Value url) {
        Map<String, Value> values = new LinkedHashMap<>();
        nodes.forEach((name, node) -> values.put(name, name.equals(Setting.URL) ? url : node.of(rendered)));
        return Obj.of(values);
    }

    /** Whether the address is the same for all leads. */
    public boolean hasConstantUrl() {
        return nodes.get(Setting.URL) instanceof Node.Same;
    }

    /** The names of all secrets that are asked for. */
    public Set<String> secrets() {
        Set<String> names = new LinkedHashSet<>();
        nodes.values().forEach(node -> node.secrets(names));
        return names;
    }
}
