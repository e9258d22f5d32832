package dev.sluice.inbound;

import dev.sluice.PingResult;
import dev.sluice.Submission;

/** Which status of HTTP stands for which answer. Pure. */
public interface StatusMapper {

    /** The status for a lead. */
    int of(Submission answer);

    /** The status for a ping. */
    int of(PingResult answer);
}
