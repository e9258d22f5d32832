package dev.sluice.inbound;

import dev.sluice.json.JsonLimits;

/**
 * How much of a request is read before it is refused.
 *
 * @param body bytes of the body
 * @param query characters of the query
 * @param depth objects and arrays, elements, or dots of a name, inside each other
 * @param names parameters of a query or form, or elements and attributes of an XML document
 * @param name characters of one name
 */
public record InboundLimits(int body, int query, int depth, int names, int name) {
    private static final int MEBI = 1024 * 1024;

    /** 4 MiB of body, 64 KiB of query, 64 levels, 10,000 names of 1,000 characters. */
    public static final InboundLimits STANDARD = new InboundLimits(4 * MEBI, 64 * 1024, 64, 10_000, 1_000);

    public InboundLimits {
        if (body == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a body of 2 GiB fits into no memory; allow less");
        }
        if (body < 1 || query < 1 || depth < 1 || names < 1 || name < 1) {
            throw new IllegalArgumentException(
                    "each limit must be at least 1; give the ones that differ from STANDARD");
        }
    }

    JsonLimits json() {
        JsonLimits lead = JsonLimits.lead();
        return new JsonLimits(body, depth, lead.text(), name, lead.digits(), lead.members(), lead.tokens());
    }
}
