package dev.sluice.http.internal.script;

import dev.sluice.types.Value;

/** A part of a script that gives a value. */
@FunctionalInterface
interface Expr {
    Value of(Facts facts);
}
