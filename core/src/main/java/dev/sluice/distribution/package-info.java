/**
 * Who gets a lead, as pure functions over candidates: no flow, no store and no clock, so that each can be proven, tried
 * and simulated by itself. What a strategy remembers goes in and comes out as a value.
 */
@NullMarked
package dev.sluice.distribution;

import org.jspecify.annotations.NullMarked;
