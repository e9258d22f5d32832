/**
 * How definitions look as JSON: a form for each kind of object, which reads and writes it and knows its keys. Not for hosts.
 * Open {@code FlowForm} first.
 */
@NullMarked
package dev.sluice.json.internal;

import org.jspecify.annotations.NullMarked;
