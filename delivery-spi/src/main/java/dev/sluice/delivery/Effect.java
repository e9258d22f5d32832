package dev.sluice.delivery;

/** What a call does to the world, which decides what must be durable before it and what may happen after a crash. */
public enum Effect {
    /** Nothing outside this process notices: stubs, computations. Never waited for; repeated after a crash. */
    NONE,
    /** Asking twice does no harm: look-ups, pings. Never waited for; repeated after a crash. */
    REPEATABLE,
    /** Asking twice may do harm: deliveries, paid look-ups. The intent is durable before the call. */
    EXTERNAL
}
