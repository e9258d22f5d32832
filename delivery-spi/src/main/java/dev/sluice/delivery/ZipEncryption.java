package dev.sluice.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Packs files so that only who knows a password opens them. A host wires it once, by {@code .zipEncryption(..)}; batches name the
 * password. Safe on any thread.
 */
public interface ZipEncryption {
    /**
     * Whether the password is there.
     *
     * @param password as settings name it: {@code {name}} is a secret of the host
     * @return what is wrong; the pointers are empty
     */
    List<ConfigProblem> check(String password);

    /**
     * An archive with one file; closing it closes {@code out}. The same content gives other bytes each time, and as many of them.
     *
     * @param inner the name of the file in it
     * @param password as settings name it
     * @throws IOException if {@code out} does, or the password is not there
     */
    OutputStream over(OutputStream out, String inner, String password) throws IOException;
}
