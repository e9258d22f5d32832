package dev.sluice.internal;

/**
 * Which text of a flow a lead runs under.
 *
 * @param number counted up by the store with every change
 * @param hash over the flow's canonical text
 */
record Revision(long number, String hash) {}
