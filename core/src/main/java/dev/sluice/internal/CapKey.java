package dev.sluice.internal;

/** Where caps stand, as keys of counters say it. Marks within ids are escaped, so that no two caps have one key. */
record CapKey(String text) {
    static CapKey flow(String flow) {
        return new CapKey("flow/" + plain(flow));
    }

    static CapKey source(String flow, String source) {
        return new CapKey("source/" + plain(flow) + "/" + plain(source));
    }

    static CapKey step(String flow, String step) {
        return new CapKey("step/" + plain(flow) + "/" + plain(step));
    }

    static CapKey shared(String flow) {
        return new CapKey("shared/" + plain(flow));
    }

    /** The key of the cap with this id there. */
    String of(String cap) {
        return text + "/" + plain(cap);
    }

    private static String plain(String id) {
        return id.replace("~", "~0").replace("/", "~1").replace("#", "~2");
    }
}
