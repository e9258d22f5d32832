package dev.sluice.cli.leads;

import dev.sluice.types.Lead;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Leads found one by one; those who extend it only look for the next. */
abstract class Leads implements Iterator<Lead> {
    private @Nullable Lead next;

    /** The next lead, or null after the last. */
    abstract @Nullable Lead find();

    @Override
    public final boolean hasNext() {
        if (next == null) {
            next = find();
        }
        return next != null;
    }

    @Override
    public final Lead next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Lead lead = next;
        next = null;
        return lead;
    }
}
