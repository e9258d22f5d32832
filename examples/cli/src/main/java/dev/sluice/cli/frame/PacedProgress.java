package dev.sluice.cli.frame;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells how far a run is now and then: as a bar that is drawn over itself, or as lines one below the other. */
public final class PacedProgress implements Progress {
    private static final int LOOK_EVERY = 64;
    private static final int BAR_WIDTH = 30;
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final LongSupplier nanos;
    private final boolean bar;
    private final long pause;
    private final String what;
    private final long start;
    private long told;
    private long leads;

    private PacedProgress(PrintStream out, LongSupplier nanos, boolean bar, double seconds, String what) {
        this.out = out;
        this.what = what;
        this.nanos = nanos;
        this.bar = bar;
        this.pause = (long) (seconds * NANOS);
        this.start = nanos.getAsLong();
        this.told = start;
    }

    /** A bar for a terminal, drawn ten times a second. */
    public static Progress bar(PrintStream out, LongSupplier nanos) {
        return bar(out, nanos, "leads");
    }

    /** The same of other things. */
    public static Progress bar(PrintStream out, LongSupplier nanos, String things) {
        return new PacedProgress(out, nanos, true, 0.1, things);
    }

    /** Plain lines for a log, one every two seconds. */
    public static Progress lines(PrintStream out, LongSupplier nanos) {
        return lines(out, nanos, "leads");
    }

    /** The same of other things. */
    public static Progress lines(PrintStream out, LongSupplier nanos, String things) {
        return new PacedProgress(out, nanos, false, 2, things);
    }

    @Override
    public void advance(double share) {
        leads++;
        if (leads % LOOK_EVERY != 0) {
            return;
        }
        long now = nanos.getAsLong();
        if (now - told >= pause) {
            told = now;
            tell(share, (now - start) / NANOS);
        }
    }

    @Override
    public void end() {
        if (bar) {
            tell(1, (nanos.getAsLong() - start) / NANOS);
            out.print('\n');
        }
        out.flush();
    }

    private void tell(double share, double seconds) {
        String rate = Columns.grouped(leads) + " " + what + ", " + Columns.grouped(Math.round(leads / seconds)) + "/s";
        String line = share < 0 ? rate : percent(share) + ", " + rate + left(share, seconds);
        if (bar) {
            out.print("\r" + (share < 0 ? "" : drawn(share) + " ") + line + "   ");
            out.flush();
        } else {
            out.println("sluice: " + line);
        }
    }

    private static String percent(double share) {
        return Columns.right(Math.round(share * 100) + " %", 5);
    }

    private static String left(double share, double seconds) {
        long rest = share <= 0 ? 0 : Math.round(seconds / share - seconds);
        return share <= 0 || share >= 1 ? "" : String.format(Locale.ROOT, ", %d:%02d left", rest / 60, rest % 60);
    }

    private static String drawn(double share) {
        int full = (int) Math.min(BAR_WIDTH, Math.round(share * BAR_WIDTH));
        return "[" + "#".repeat(full) + "-".repeat(BAR_WIDTH - full) + "]";
    }
}
