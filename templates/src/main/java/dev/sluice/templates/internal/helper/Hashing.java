package dev.sluice.templates.internal.helper;

import dev.sluice.templates.internal.hash.Algorithm;
import dev.sluice.templates.internal.hash.Encoding;
import dev.sluice.types.Missing;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Digests of the values, one after the other, and the salt behind them; of nothing there is none. */
final class Hashing {
    static final List<String> NAMES =
            List.of("md4", "md5", "ripemd", "ripemd160", "sha1", "sha224", "sha256", "sha384", "sha512", "whirlpool");

    private static final int SALT = 0;
    private static final int ENCODING = 1;
    private static final int FIRST = 2;

    private Hashing() {}

    static Function bind(String name, Site site) {
        Algorithm algorithm = algorithm(name, site);
        Encoding encoding = encoding(site);
        return (a, at) -> isNothing(a) ? Missing.MISSING : new Text(encoding.text(algorithm.digest(bytes(a))));
    }

    private static Algorithm algorithm(String name, Site site) {
        return Algorithm.named(name)
                .orElseThrow(
                        () -> site.fault(name + " needs the jar org.bouncycastle:bcprov-jdk18on on the class path"));
    }

    private static Encoding encoding(Site site) {
        Value encoding = site.constant(ENCODING);
        Optional<Encoding> named = encoding == null ? Optional.empty() : Encoding.named(encoding.text());
        return named.orElseThrow(() -> site.fault("the encoding is hex, base64 or latin1, written in the template"));
    }

    private static boolean isNothing(Value[] arguments) {
        for (int i = FIRST; i < arguments.length; i++) {
            if (!arguments[i].isAbsent()) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(Value[] arguments) {
        StringBuilder text = new StringBuilder();
        for (int i = FIRST; i < arguments.length; i++) {
            text.append(Values.text(arguments[i]));
        }
        return text.append(Values.text(arguments[SALT])).toString().getBytes(StandardCharsets.UTF_8);
    }
}
