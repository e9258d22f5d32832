package dev.sluice.http.testkit;

import dev.sluice.http.Resolver;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/** A host's own table of names; the platform's resolver asks a network that tests do not have. */
class FixedResolverTest extends ResolverContract {
    private static final Map<String, List<InetAddress>> TABLE =
            Map.of("crm.example", List.of(InetAddress.getLoopbackAddress()));

    @Override
    protected Resolver resolver() {
        return name -> TABLE.getOrDefault(name, List.of());
    }

    @Override
    protected String known() {
        return "crm.example";
    }

    @Override
    protected String unknown() {
        return "nobody.invalid";
    }
}
