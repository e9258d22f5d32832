package dev.sluice.delivery;

/**
 * How many tries beside the first ones a recipient gets, so that one that is down is not asked many times for each lead: a
 * reserve, and a share of all first tries. In memory; safe on any thread.
 */
public final class RetryBudget {
    /** How many further tries there are before any lead has brought some. */
    public static final int RESERVE = 10;

    private static final int HUNDRED = 100;

    private final int percent;
    /** In hundredths of a try. */
    private long left = (long) RESERVE * HUNDRED;

    /** @param percent how many further tries 100 first ones bring; 0 for no limit */
    public RetryBudget(int percent) {
        this.percent = percent;
    }

    /** A lead is tried for the first time. */
    public void first() {
        if (percent > 0) {
            add();
        }
    }

    /** Takes one further try, if there is one. */
    public boolean take() {
        return percent == 0 || taken();
    }

    private synchronized void add() {
        left = Math.min(left + percent, (long) RESERVE * HUNDRED);
    }

    private synchronized boolean taken() {
        if (left < HUNDRED) {
            return false;
        }
        left -= HUNDRED;
        return true;
    }
}
