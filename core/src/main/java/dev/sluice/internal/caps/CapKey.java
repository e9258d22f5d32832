package dev.sluice.internal.caps;

/** Where caps stand, as keys of counters say it. Marks within ids are escaped, so that no two caps have one key. */
public record CapKey(String text) {
    public static CapKey flow(String flow) {
        return new CapKey("flow/" + plain(flow));
    }

    public static CapKey source(String flow, String source) {
        return new CapKey("source/" + plain(flow) + "/" + plain(source));
    }

    public static CapKey step(String flow, String step) {
        return new CapKey("step/" + plain(flow) + "/" + plain(step));
    }

    public static CapKey shared(String flow) {
        return new CapKey("shared/" + plain(flow));
    }

    /** The key of the cap with this id there. */
    public String of(String cap) {
        return text + "/" + plain(cap);
    }

    private static String plain(String id) {
        return id.replace("~", "~0").replace("/", "~1").replace("#", "~2");
    }
}
