package dev.sluice.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.http.Resolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Resolver} keeps to; extend it and give one. */
public abstract class ResolverContract {
    /** The resolver. */
    protected abstract Resolver resolver();

    /** A name that has addresses. */
    protected abstract String known();

    /** A name that has none. */
    protected abstract String unknown();

    /** Those of a name; none when that is told by an exception. */
    private List<InetAddress> addresses(String name) {
        try {
            return resolver().resolve(name);
        } catch (UnknownHostException none) {
            return List.of();
        }
    }

    @Test
    protected void a_known_name_has_addresses() {
        assertThat(addresses(known())).isNotEmpty().doesNotContainNull();
    }

    /** By an empty list, or by the exception that is made for it. */
    @Test
    protected void an_unknown_name_has_none() {
        assertThat(addresses(unknown())).isEmpty();
    }

    /** Names come from definitions and leads. */
    @Test
    protected void what_is_no_name_has_no_address_and_breaks_nothing() {
        for (String odd :
                List.of("a b", "a..b", "x".repeat(300) + ".example", "\u0000", "b\u00fccher.invalid", "%zone")) {
            assertThat(addresses(odd)).as("name of %d characters", odd.length()).isEmpty();
        }
    }

    @Test
    protected void threads_may_ask_at_once() {
        assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> addresses(known())))
                .allSatisfy(all -> assertThat(all).isNotEmpty());
    }
}
