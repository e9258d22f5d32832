package dev.sluice.cli.frame;

/** Tells how far a run is. Used by one thread. */
public interface Progress {

    /**
     * One more lead is through.
     *
     * @param share how much of the file was read, 0 to 1; negative when nobody knows
     */
    void advance(double share);

    /** The run is over. */
    void end();

    /** Nothing is told. */
    Progress NONE = new Progress() {
        @Override
        public void advance(double share) {}

        @Override
        public void end() {}
    };
}
