package dev.sluice.internal.step;

import dev.sluice.delivery.Outcome;
import dev.sluice.internal.Calls;

/** One call of a plugin for one lead, in parts: several of them are prepared, called side by side, and told in order. */
interface Errand {

    /** Takes places and notes intents; false when there is nothing to call. */
    boolean prepare();

    /** Whether its intent must be durable before the call. */
    boolean isExternal();

    /** The call; made on the lead's thread. What it gives is run there too, and takes the answer in. */
    Calls.Call<Runnable> call();

    /** Tells what became of it, and says how it came out. */
    Outcome finish();
}
