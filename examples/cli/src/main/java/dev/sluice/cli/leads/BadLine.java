package dev.sluice.cli.leads;

/**
 * A line that gave no lead.
 *
 * @param line its number in the file, from 1; the line with the header is the first
 * @param why what is wrong with it; never a value of it
 */
public record BadLine(long line, String why) {}
