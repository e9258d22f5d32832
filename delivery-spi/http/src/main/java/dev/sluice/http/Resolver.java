package dev.sluice.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. Called on the thread that sends; safe on any thread. */
@FunctionalInterface
public interface Resolver {

    /**
     * All addresses of {@code name}.
     *
     * @throws UnknownHostException when there are none; an empty list means the same
     */
    List<InetAddress> resolve(String name) throws UnknownHostException;

    /** The one of the platform. */
    static Resolver system() {
        return name -> List.of(InetAddress.getAllByName(name));
    }
}
