package dev.sluice.templates.internal.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlgorithmTest {

    /** Loads the digests anew, as if the library were not on the class path. */
    private static final class WithoutLibrary extends ClassLoader {
        WithoutLibrary() {
            super(AlgorithmTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.bouncycastle")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith("dev.sluice.templates.internal.hash") ? own(name) : super.loadClass(name, resolve);
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void without_the_library_its_digests_are_not_there_and_the_others_are() throws ReflectiveOperationException {
        Method named = new WithoutLibrary()
                .loadClass("dev.sluice.templates.internal.hash.Algorithm")
                .getMethod("named", String.class);

        for (String name : new String[] {"md4", "ripemd", "ripemd160", "whirlpool"}) {
            assertThat((Optional<?>) named.invoke(null, name)).isEmpty();
            assertThat(Algorithm.named(name)).isPresent();
        }
        assertThat((Optional<?>) named.invoke(null, "sha224")).isPresent();
    }
}
