package dev.sluice.internal.record;

import dev.sluice.types.Obj;

/**
 * What a step gave secret fields, of which the log has only masks.
 *
 * @param seq the number of the event that tells of it
 * @param raw the values before they were read as the fields' types, by the fields' ids
 */
public record SetSecrets(int seq, Obj raw) {}
