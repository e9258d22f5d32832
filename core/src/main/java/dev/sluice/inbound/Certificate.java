package dev.sluice.inbound;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Names of consent certificates as page scripts write them, in any case, become the field {@code trustedform_cert_url}. */
final class Certificate {
    private static final String FIELD = "trustedform_cert_url";
    private static final String ON_FORMS = "xxtrustedformcerturl";
    private static final String ON_PINGS = "xxtrustedformpingurl";
    private static final String PING_FIELD = "trustedform_ping_url";

    private Certificate() {}

    /** @param isPing on a ping the address that was made for pings wins */
    static Obj named(Obj fields, boolean isPing) {
        Map<String, Value> named = new LinkedHashMap<>();
        Value forPings = Value.missing();
        for (Map.Entry<String, Value> field : fields.members().entrySet()) {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            if (isPing && (name.equals(ON_PINGS) || name.equals(PING_FIELD))) {
                forPings = field.getValue();
            } else {
                named.put(name.equals(ON_FORMS) ? FIELD : field.getKey(), field.getValue());
            }
        }
        if (!forPings.isBlank()) {
            named.put(FIELD, forPings);
        }
        return Obj.of(named);
    }
}
